import { problemWords } from '@/api/problems'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Button } from '@/ui/Button'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { scanNextStep } from './scan-next-step'
import { attendanceText } from './text'
import styles from './scan.module.scss'

interface ScanRefusedProps {
  error: unknown
  busy: boolean
  /** The same code once more. */
  onRetry: () => void
  /** Back to the scanner. */
  onReset: () => void
}

/** The rule, the value and the next step, with the button that takes it. */
export function ScanRefused({ error, busy, onRetry, onReset }: ScanRefusedProps) {
  const t = useText(attendanceText)
  const words = problemWords(error, useSettings().language)
  const step = scanNextStep(error)
  const take = () => {
    if (step === 'retry') return onRetry()
    onReset()
    if (step === 'find-session') go(routes.projects)
    if (step === 'my-sessions') go(routes.mySessions)
  }
  return (
    <View aria-role="alert" className={styles.result}>
      <View className={styles.refused}>
        <Icon name={words.isOffline ? 'offline' : 'alert'} size="xl" className={styles.sign} />
      </View>
      <View className={styles.headline}>{words.title}</View>
      <View className="t-body t-muted">{words.detail}</View>
      <View className={styles.note}>{words.next}</View>
      <View className={styles.actions}>
        <Button id="scan-next" busy={busy} onTap={take}>
          {t.next[step]}
        </Button>
        {step !== 'scan-again' && (
          <Button kind="soft" onTap={onReset}>
            {t.backToScan}
          </Button>
        )}
      </View>
    </View>
  )
}
