import { useMemo } from 'react'
import { goBack } from '@/lib/routes'
import { useText } from '@/i18n/use-text'
import { readInsets } from '@/platform/insets'
import { Heading, View } from './elements'
import { Icon } from './Icon'
import type { PageHeaderProps } from './page.types'
import { Tappable } from './Tappable'
import { uiText } from './text'
import styles from './page-header.module.scss'

/** WeChat draws the bar of most pages; a bare page draws its own beside the capsule. */
export function PageHeader({ title, isTab, isBare }: PageHeaderProps) {
  const t = useText(uiText)
  const insets = useMemo(readInsets, [])
  if (!isBare) return null
  return (
    <View className={styles.header} style={{ paddingTop: `${insets.top}px`, paddingRight: `${insets.right}px` }}>
      <View className={styles.bar} style={{ height: `${insets.bar}px` }}>
        {!isTab && (
          <Tappable onTap={goBack} label={t.back} className={styles.back}>
            <Icon name="back" />
          </Tappable>
        )}
        <Heading level={1} className={styles.title}>
          {title}
        </Heading>
      </View>
    </View>
  )
}
