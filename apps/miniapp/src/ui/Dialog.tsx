import { useText } from '@/i18n/use-text'
import { Button } from './Button'
import { View } from './elements'
import { Sheet } from './Sheet'
import { uiText } from './text'
import styles from './dialog.module.scss'

interface DialogProps {
  isOpen: boolean
  title: string
  /** What happens on yes, in a sentence. */
  detail: string
  confirm: string
  cancel?: string
  kind?: 'primary' | 'give' | 'danger'
  busy?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that matters. */
export function Dialog({ isOpen, title, detail, confirm, cancel, kind = 'primary', busy, onConfirm, onClose }: DialogProps) {
  const t = useText(uiText)
  return (
    <Sheet
      isOpen={isOpen}
      centred
      title={title}
      onClose={onClose}
      footer={
        <View className={styles.buttons}>
          <Button kind="plain" onTap={onClose}>
            {cancel ?? t.cancel}
          </Button>
          <Button kind={kind} busy={busy} onTap={onConfirm}>
            {confirm}
          </Button>
        </View>
      }
    >
      <View className={styles.detail}>{detail}</View>
    </Sheet>
  )
}
