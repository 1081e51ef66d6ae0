import { holdsLines } from '@yijian/shared/payout/rules'
import type { Payout } from '@yijian/shared/payout/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { classes } from '@/ui/classes'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { payoutText } from './text'
import styles from './payout.module.scss'

/** The way of a batch from being built to its end: who, when, and what is still to come. */
export function PayoutSteps({ payout }: { payout: Payout }) {
  const t = useText(payoutText)
  const { language } = useSettings()
  const { state, built, approved, sent, ended, bankReference, note } = payout
  const hasFailed = !holdsLines(state)
  const last = hasFailed ? (state as 'bounced' | 'cancelled') : 'confirmed'
  const said = note === null ? undefined : hasFailed ? t.reason(note) : t.noteSaid(note)
  const steps = [
    { name: 'built' as const, step: built },
    // What a cancelled batch never reached is not to come either.
    ...(approved !== null || !hasFailed ? [{ name: 'approved' as const, step: approved }] : []),
    ...(sent !== null || !hasFailed
      ? [{ name: 'sent' as const, step: sent, detail: bankReference === null ? undefined : t.reference(bankReference) }]
      : []),
    { name: last, step: ended, detail: said },
  ] as const
  return (
    <Card>
      <View className={styles.steps}>
        {steps.map(({ name, step, ...more }) => (
          <View key={name} className={styles.step}>
            <View
              aria-hidden="true"
              className={classes(styles.disc, step !== null && (name === last && hasFailed ? styles.failed : styles.done))}
            >
              <Icon name={step === null ? 'clock' : name === last && hasFailed ? 'close' : 'check'} size="s" />
            </View>
            <View className="grow">
              <View className="t-strong">{t.steps[name]}</View>
              <View className="t-small">{step === null ? t.toCome : t.by(step.by.name, moment(step.at, deviceNow(), language))}</View>
              {'detail' in more && more.detail !== undefined && <View className="t-small">{more.detail}</View>}
            </View>
          </View>
        ))}
      </View>
    </Card>
  )
}
