import { useLayoutEffect } from 'react'
import '../h5.scss'
import { useSettings } from '@/lib/settings'
import { useTheme } from '@/lib/theme'
import { chromeColours } from './chrome-colours'

/** Language, theme and type size of the whole document. */
export function useDeviceLook(): void {
  const { language, largeType } = useSettings()
  const theme = useTheme()
  useLayoutEffect(() => {
    const root = document.documentElement
    root.lang = language === 'zh' ? 'zh-CN' : 'en'
    root.className = `theme-${theme}${largeType ? ' type-large' : ''}`
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', chromeColours[theme].background)
  }, [language, theme, largeType])
}
