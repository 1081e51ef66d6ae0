import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import type { TabName } from '@/lib/tabs'

interface PageChrome {
  title: string
  tab: TabName | undefined
}

/** A browser shows the title only; the bars are our own. */
export function usePageChrome({ title }: PageChrome): void {
  const name = () => {
    document.title = `${title} · 益践`
  }
  useDidShow(name)
  useEffect(name, [title])
}
