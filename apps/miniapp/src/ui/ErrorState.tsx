import { ProblemError } from '@yijian/shared/http/problem'
import { problemWords } from '@/api/problems'
import { useText } from '@/i18n/use-text'
import { goBack } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Button } from './Button'
import styles from './empty.module.scss'
import { View } from './elements'
import { Icon } from './Icon'
import { uiText } from './text'

/** Asking again would bring the same answer; the way on is back. */
const decided = new Set([400, 403, 404, 422])

interface ErrorStateProps {
  error: unknown
  onRetry?: () => void
}

/** What went wrong, what is known about it and what one can do: the words of the problem itself. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const t = useText(uiText)
  const said = problemWords(error, useSettings().language)
  const status = error instanceof ProblemError ? error.reply.status : 0
  // Nothing was filled in by the person: what a read was asked for came with the address.
  const words = onRetry && status === 422 ? { ...said, ...t.broken } : said
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
          {decided.has(status) ? (
            <Button kind="soft" size="small" icon="back" onTap={goBack}>
              {t.back}
            </Button>
          ) : (
            <Button kind="soft" size="small" icon="refresh" onTap={onRetry}>
              {t.retry}
            </Button>
          )}
        </View>
      )}
    </View>
  )
}
