import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { goBack } from '@/lib/routes'
import { classes } from './classes'
import { Heading, View } from './elements'
import { Icon } from './Icon'
import type { PageHeaderProps } from './page.types'
import { Tappable } from './Tappable'
import { uiText } from './text'
import styles from './page-header.module.scss'

/** A browser has no bar for a page: title, way back, and a button in place of pull-to-refresh. */
export function PageHeader({ title, isTab, isWide, onRefresh }: PageHeaderProps) {
  const t = useText(uiText)
  const [isRefreshing, setRefreshing] = useState(false)
  const refresh = async () => {
    setRefreshing(true)
    await onRefresh?.()
    setRefreshing(false)
  }
  return (
    <View className={classes(styles.header, styles.stuck)}>
      <View className={classes(styles.bar, styles.inner, isWide && styles.wide)}>
        {!isTab && (
          <Tappable onTap={goBack} label={t.back} className={styles.back}>
            <Icon name="back" />
          </Tappable>
        )}
        <Heading level={1} className={styles.title}>
          {title}
        </Heading>
        {onRefresh && (
          <Tappable
            onTap={() => void refresh()}
            busy={isRefreshing}
            label={t.refresh}
            className={classes(styles.refresh, isRefreshing && styles.turning)}
          >
            <Icon name="refresh" />
          </Tappable>
        )}
      </View>
    </View>
  )
}
