import type { DonationReceipt, PartState } from '@yijian/shared/giving/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { duration, moment, yuan } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell, type Tone } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Notice } from '@/ui/Notice'
import { Section } from '@/ui/Section'
import { Tag } from '@/ui/Tag'
import { givingText } from './text'
import styles from './giving.module.scss'

const tones: Record<PartState, Tone> = { held: 'give', settled: 'brand', cancelled: 'neutral', returned: 'gold' }

/** Parts, times and proof of a donation. */
export function DonationFacts({ receipt }: { receipt: DonationReceipt }) {
  const t = useText(givingText)
  const { donation } = receipt
  const someReturned = donation.state === 'settled' && donation.parts.some(({ state }) => state === 'returned')
  return (
    <>
      {someReturned && <Notice tone="gold">{t.partReturned}</Notice>}
      <Section title={t.toFunds}>
        <Card>
          {donation.parts.map(({ partNo, fundProject, amountFen, state }) => (
            <View key={partNo} className="between">
              <View className="grow">
                <View className="t-body">{fundProject.name}</View>
                <Tag tone={tones[state]}>{t.partStates[state]}</Tag>
              </View>
              <View className={styles.figure}>{yuan(amountFen)}</View>
            </View>
          ))}
        </Card>
      </Section>
      <Times receipt={receipt} />
      <Proof receipt={receipt} />
    </>
  )
}

function Times({ receipt: { donation } }: { receipt: DonationReceipt }) {
  const t = useText(givingText)
  const { language } = useSettings()
  const now = deviceNow()
  const { heldAt, coolsAt, endedAt, state } = donation
  const times = [
    { words: t.given, at: heldAt },
    { words: t.coolingEnd, at: coolsAt },
    ...(endedAt === null ? [] : [{ words: t.ended[state], at: endedAt }]),
  ].sort((a, b) => (a.at < b.at ? -1 : 1))
  return (
    <Section title={t.timeline}>
      <Card>
        {times.map(({ words, at }) => (
          <View key={words} className="between">
            <View className="t-body">{words}</View>
            <View className="t-body t-muted">{moment(at, now, language)}</View>
          </View>
        ))}
      </Card>
    </Section>
  )
}

function Proof({ receipt: { donation, policy, journals } }: { receipt: DonationReceipt }) {
  const t = useText(givingText)
  const { language } = useSettings()
  const coolingMinutes = policy.kind === 'giving' ? policy.settings.coolingMinutes : 0
  return (
    <Section title={t.proof}>
      <Card flush>
        {journals.map(({ id, kind, recordedAt }) => (
          <View key={id} className={styles.line}>
            <Cell
              icon="document"
              tone="neutral"
              title={t.journals[kind] ?? kind}
              detail={`${moment(recordedAt, deviceNow(), language)} · ${t.journalNo(id)}`}
              onTap={() => go(routes.journal, { journalId: id, account: 'credit' })}
            />
          </View>
        ))}
      </Card>
      <View className="t-small">{t.policy(policy.label, duration(coolingMinutes, language))}</View>
      <View className="t-small">{t.donationNo(donation.id)}</View>
    </Section>
  )
}
