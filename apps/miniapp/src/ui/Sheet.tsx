import type { ReactNode } from 'react'
import { useText } from '@/i18n/use-text'
import { classes } from './classes'
import { Heading, View } from './elements'
import { Icon } from './Icon'
import { Tappable } from './Tappable'
import { uiText } from './text'
import { useModalFocus } from './use-modal-focus'
import styles from './sheet.module.scss'

interface SheetProps {
  isOpen: boolean
  title: string
  onClose: () => void
  children: ReactNode
  /** The action, fixed below the content that scrolls. */
  footer?: ReactNode
  /** A small box in the middle, for a question. */
  centred?: boolean
  /** Room for a form of two columns on a desktop. */
  isWide?: boolean
}

/** A layer above the page: from below on a phone, in the middle on a desktop. */
export function Sheet({ isOpen, title, onClose, children, footer, centred, isWide }: SheetProps) {
  const t = useText(uiText)
  const box = useModalFocus(isOpen, onClose)
  if (!isOpen) return null
  return (
    <View className={classes(styles.layer, centred && styles.middle)} catchMove>
      <View className={styles.scrim} onClick={onClose} aria-hidden="true" />
      <View
        ref={box}
        tabIndex={-1}
        aria-role="dialog"
        aria-modal="true"
        aria-label={title}
        className={classes(styles.sheet, centred && styles.box, isWide && styles.wide)}
      >
        <View className={styles.head}>
          <Heading level={2} className={styles.title}>
            {title}
          </Heading>
          {!centred && (
            <Tappable onTap={onClose} label={t.close} className={styles.close}>
              <Icon name="close" />
            </Tappable>
          )}
        </View>
        <View className={styles.content}>{children}</View>
        {footer && <View className={styles.footer}>{footer}</View>}
      </View>
    </View>
  )
}
