import type { ScanReceipt } from '@yijian/shared/attendance/shapes'
import { useText } from '@/i18n/use-text'
import { clockTime } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { Button } from '@/ui/Button'
import { Text, View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { attendanceText } from './text'
import styles from './scan.module.scss'

interface ScanSuccessProps {
  receipt: ScanReceipt
  onDone: () => void
}

/** Says so large that it can be shown to somebody across a table. */
export function ScanSuccess({ receipt, onDone }: ScanSuccessProps) {
  const t = useText(attendanceText)
  const { kind, repeated, inAt, outAt, sessionTitle } = receipt
  const isOut = kind === 'out'
  const at = isOut && outAt ? outAt : inAt
  const note = repeated ? (isOut ? t.repeatedOut : t.repeatedIn) : isOut ? t.afterOut : t.afterIn
  return (
    <View aria-role="status" className={styles.result}>
      <View className={styles.done}>
        <Icon name="check" size="xl" className={styles.sign} />
      </View>
      <View className={styles.headline}>
        <Text>{isOut ? t.checkedOut : t.checkedIn}</Text> <Text className={styles.clock}>{clockTime(at)}</Text>
      </View>
      <View className="t-strong">{sessionTitle}</View>
      {isOut && outAt && <View className="t-body t-muted">{t.presence(clockTime(inAt), clockTime(outAt))}</View>}
      <View className={styles.note}>{note}</View>
      <View className={styles.actions}>
        <Button id="scan-done" onTap={onDone}>
          {t.done}
        </Button>
        <Button
          kind="soft"
          onTap={() => {
            onDone()
            if (isOut) go(routes.hours)
            else go(routes.session, { sessionId: receipt.sessionId })
          }}
        >
          {isOut ? t.seeHours : t.seeSession}
        </Button>
      </View>
    </View>
  )
}
