import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef } from 'react'
import type { Language } from '@yijian/shared/kernel/language'
import { useSettings } from '@/lib/settings'
import { tabText, tabs } from '@/lib/tabs'
import type { TabName } from '@/lib/tabs'
import { useTheme } from '@/lib/theme'
import { chromeColours } from './chrome-colours'
import type { Theme } from './system-theme'

interface PageChrome {
  title: string
  tab: TabName | undefined
}

/** Title, bars and ground that WeChat draws, in the chosen language and theme. */
export function usePageChrome({ title, tab }: PageChrome): void {
  const { language } = useSettings()
  const theme = useTheme()
  const isShown = useRef(false)

  // These calls change whatever page is on top, so a hidden page must keep quiet until it returns.
  const dress = useCallback(() => {
    void Taro.setNavigationBarTitle({ title })
    dressWindow(theme)
    if (tab) dressTabBar(language, theme)
  }, [title, tab, language, theme])
  useDidShow(() => {
    isShown.current = true
    dress()
  })
  useDidHide(() => {
    isShown.current = false
  })
  useEffect(() => {
    if (isShown.current) dress()
  }, [dress])
}

function dressWindow(theme: Theme) {
  const { background } = chromeColours[theme]
  const isDark = theme === 'dark'
  void Taro.setNavigationBarColor({ frontColor: isDark ? '#ffffff' : '#000000', backgroundColor: background })
  void Taro.setBackgroundColor({ backgroundColor: background, backgroundColorTop: background, backgroundColorBottom: background })
  void Taro.setBackgroundTextStyle({ textStyle: isDark ? 'light' : 'dark' })
}

let dressed = ''

function dressTabBar(language: Language, theme: Theme) {
  const wanted = `${language} ${theme}`
  if (dressed === wanted) return
  dressed = wanted
  const { card, ink3, brand } = chromeColours[theme]
  const changes: Promise<unknown>[] = tabs.map((tab, index) => {
    const icon = `assets/tab/${tab}-${theme}`
    return Taro.setTabBarItem({ index, text: tabText[language][tab], iconPath: `${icon}.png`, selectedIconPath: `${icon}-selected.png` })
  })
  changes.push(
    Taro.setTabBarStyle({ color: ink3, selectedColor: brand, backgroundColor: card, borderStyle: theme === 'dark' ? 'black' : 'white' }),
  )
  // Refused when another page has come to the front meanwhile; then the next show tries again.
  Promise.all(changes).catch(() => {
    dressed = ''
  })
}
