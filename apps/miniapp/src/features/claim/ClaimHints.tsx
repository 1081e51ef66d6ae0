import type { ClaimHint } from '@yijian/shared/claim/shapes'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, yuan } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Section } from '@/ui/Section'
import { claimText } from './text'

/** What looks alike; the other claim's person stays unnamed. */
export function ClaimHints({ hints }: { hints: readonly ClaimHint[] }) {
  const t = useText(claimText)
  const { language } = useSettings()
  const factOf = ({ giftOn, amountFen }: ClaimHint) => `${dayText(startOfShanghaiDay(giftOn), deviceNow(), language)} ${yuan(amountFen)}`
  return (
    <Section title={t.hints}>
      <Card flush>
        {hints.map((hint, at) => (
          <Cell
            key={`${hint.kind} ${at}`}
            icon="alert"
            tone="gold"
            title={t.hint[hint.kind]}
            detail={t.hintOf(t.states[hint.state], factOf(hint), hint.samePerson)}
          />
        ))}
      </Card>
    </Section>
  )
}
