import { useLogin } from '@/api/login'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { useStore } from '@/lib/store'
import { isOnline } from '@/platform/network'
import { usePageChrome } from '@/platform/page-chrome'
import { PrivacyPrompt } from '@/platform/PrivacyPrompt'
import { useRefresh } from '@/platform/refresh'
import { classes } from './classes'
import { View } from './elements'
import { LoginGate } from './LoginGate'
import { Navigation } from './Navigation'
import { Notice } from './Notice'
import type { PageProps } from './page.types'
import { PageHeader } from './PageHeader'
import { uiText } from './text'
import styles from './page.module.scss'

/** The frame of every page: theme, type size, title, connection, safe areas, and the layout of phone and desktop. */
export function Page({ title, tab, isBare = false, isPublic = false, isWide = false, onRefresh, footer, children }: PageProps) {
  const t = useText(uiText)
  const { theme, largeType } = useSettings()
  const online = useStore(isOnline)
  const isOpen = useLogin() !== undefined || isPublic
  usePageChrome({ title, tab })
  useRefresh(onRefresh)
  return (
    <View className={classes(styles.page, theme !== 'system' && `theme-${theme}`, largeType && 'type-large')}>
      <View className={styles.main} aria-role="main">
        <PageHeader title={title} isTab={tab !== undefined} isBare={isBare} isWide={isWide} onRefresh={onRefresh} />
        <View className={classes(styles.content, isWide && styles.wide)}>
          {!online && (
            <Notice tone="gold" icon="offline">
              {t.offline}
            </Notice>
          )}
          {isOpen ? children : <LoginGate />}
        </View>
        {isOpen && footer}
      </View>
      <Navigation tab={tab} />
      <PrivacyPrompt />
    </View>
  )
}
