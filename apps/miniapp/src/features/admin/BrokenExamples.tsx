import type { BrokenExample, Proof } from '@yijian/shared/ledger/proof'
import { useLogin } from '@/api/login'
import { useText } from '@/i18n/use-text'
import { count } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { copyText } from '@/platform/clipboard'
import { toast } from '@/platform/toast'
import { Button } from '@/ui/Button'
import { View } from '@/ui/elements'
import styles from './admin.module.scss'
import { kindOf } from './audit-lines'
import { wayTo } from './audit-ways'
import { adminText } from './text'

type Found = Pick<Proof['invariants'][number], 'examples' | 'violations'>

/** Which things break a rule, so that whoever mends it need not search: ids, and what should stand there. */
export function BrokenExamples({ examples, violations }: Found) {
  const t = useText(adminText)
  const isAuditor = useLogin()?.me.roles.some(({ role }) => role === 'auditor') ?? false
  if (examples.length === 0) return null
  return (
    <View className={styles.examples}>
      <View className="t-strong">{t.examplesFirst(examples.length, violations)}</View>
      {examples.map((example) => (
        <Example key={`${example.id} ${example.part}`} example={example} hasTraces={isAuditor} />
      ))}
    </View>
  )
}

function Example({ example, hasTraces }: { example: BrokenExample; hasTraces: boolean }) {
  const t = useText(adminText)
  const { id, part, expected, found } = example
  const words = [id, part].filter((each) => each !== null).join(' ')
  // The owner of an account, or the ids of the thing itself and of what it belongs to.
  const things = words.split(/[ /]/).filter((word) => kindOf(word))
  const open = things.map(wayTo).find((way) => way)
  // A journal leaves no trace of its own; what it was posted for does.
  const subject = hasTraces ? things.find((thing) => kindOf(thing) !== 'journal') : undefined
  const figures = [expected !== null && `${t.shouldBe} ${figure(expected)}`, found !== null && `${t.isNow} ${figure(found)}`]
  return (
    <View className={styles.example}>
      <View className={styles.exampleId}>{id}</View>
      {part !== null && <View className={styles.small}>{part}</View>}
      <View className="t-small">{figures.filter(Boolean).join(' · ')}</View>
      <View className={styles.ways}>
        <Button kind="soft" size="small" label={`${t.copy} ${words}`} onTap={() => void copyText(words).then(() => toast(t.copied))}>
          {t.copy}
        </Button>
        {open && (
          <Button kind="soft" size="small" icon="link" label={`${t.openThing} ${words}`} onTap={open}>
            {t.openThing}
          </Button>
        )}
        {subject && (
          <Button kind="soft" size="small" icon="history" label={`${t.traces} ${subject}`} onTap={() => go(routes.auditLog, { subject })}>
            {t.traces}
          </Button>
        )}
      </View>
    </View>
  )
}

/** Amounts read in groups of three; whatever else it is stands as it is. */
function figure(value: string): string {
  return /^-?\d{4,15}$/.test(value) ? count(Number(value)) : value
}
