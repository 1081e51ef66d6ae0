import { problemWords } from '@/api/problems'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { Button } from './Button'
import styles from './empty.module.scss'
import { View } from './elements'
import { Icon } from './Icon'
import { uiText } from './text'

interface ErrorStateProps {
  error: unknown
  onRetry?: () => void
}

/** What went wrong, what is known about it and what one can do: the words of the problem itself. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const t = useText(uiText)
  const words = problemWords(error, useSettings().language)
  return (
    <View aria-role="alert" className={styles.empty}>
      <View className={styles.fault}>
        <Icon name={words.isOffline ? 'offline' : 'alert'} size="xl" />
      </View>
      <View className={styles.title}>{words.title}</View>
      <View className={styles.detail}>{words.detail}</View>
      <View className={styles.detail}>{words.next}</View>
      {onRetry && (
        <View className={styles.action}>
          <Button kind="soft" size="small" icon="refresh" onTap={onRetry}>
            {t.retry}
          </Button>
        </View>
      )}
    </View>
  )
}
