import { proofAreas } from '@yijian/shared/ledger/proof'
import type { Proof } from '@yijian/shared/ledger/proof'
import { areaNames, breachWords } from '@yijian/shared/ledger/proof-words'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { count, moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { classes } from '@/ui/classes'
import { Text, View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { Section } from '@/ui/Section'
import { StatRow } from '@/ui/StatRow'
import { Tag } from '@/ui/Tag'
import styles from './admin.module.scss'
import { BrokenExamples } from './BrokenExamples'
import { adminText } from './text'

type Proven = Proof['invariants'][number]

/** What the recount found: the verdict, then whatever is broken with what to do, then everything that was looked at. */
export function ProofReport({ proof }: { proof: Proof }) {
  const t = useText(adminText)
  const { language } = useSettings()
  const { checkedAt, clean, journals, entries, invariants } = proof
  const broken = invariants.filter(({ violations }) => violations > 0)
  return (
    <>
      <Card>
        <View className={styles.verdict} aria-role="status">
          <View className={classes(styles.seal, !clean && styles.broken)}>
            <Icon name={clean ? 'check' : 'alert'} size="l" />
          </View>
          <View className="grow">
            <View className="t-title">{clean ? t.proofClean : t.proofBroken(broken.length)}</View>
            <View className="t-small">{t.proofAt(moment(checkedAt, deviceNow(), language))}</View>
          </View>
        </View>
        <StatRow
          stats={[
            { words: t.invariants, value: count(invariants.length) },
            { words: t.journals, value: count(journals) },
            { words: t.entries, value: count(entries) },
          ]}
        />
      </Card>
      {broken.length > 0 && (
        <Section title={t.proofFound}>
          {broken.map((invariant) => (
            <Card key={invariant.name}>
              <ProvenRow {...invariant} />
              <BrokenExamples {...invariant} />
              <Breach breach={invariant.breach} />
            </Card>
          ))}
        </Section>
      )}
      {proofAreas.map((area) => {
        const here = invariants.filter((each) => each.area === area && each.violations === 0)
        if (here.length === 0) return null
        return (
          <Section key={area} title={`${areaNames[area][language]} · ${t.rulesHold(here.length)}`}>
            <Card flush>
              {here.map((invariant) => (
                <ProvenRow key={invariant.name} {...invariant} />
              ))}
            </Card>
          </Section>
        )
      })}
    </>
  )
}

function ProvenRow({ name, title, meaning, looked, things, violations }: Proven) {
  const t = useText(adminText)
  const { language } = useSettings()
  const holds = violations === 0
  return (
    <View className={styles.proven}>
      <View className="between">
        <View className="t-strong">{title[language]}</View>
        <Tag tone={holds ? 'brand' : 'danger'}>{holds ? t.holds : t.broken(violations)}</Tag>
      </View>
      <View className="t-body t-muted">{meaning[language]}</View>
      <View className="t-small">
        {t.looked(count(looked), things[language])} · <Text className={styles.code}>{name}</Text>
      </View>
    </View>
  )
}

/** What a violation means, and the way on. */
function Breach({ breach }: Pick<Proven, 'breach'>) {
  const t = useText(adminText)
  const { language } = useSettings()
  const { means, next } = breachWords[breach]
  return (
    <Card tone="sunk">
      <View className="t-strong">{t.breachMeans}</View>
      <View className="t-body">{means[language]}</View>
      <View className="t-strong">{t.breachNext}</View>
      {next[language].map((words, step) => (
        <View key={words} className={styles.step}>
          <Text className={styles.number}>{step + 1}</Text>
          <View className="t-body grow">{words}</View>
        </View>
      ))}
    </Card>
  )
}
