import type { ReactNode } from 'react'
import type { TabName } from '@/lib/tabs'

export interface PageProps {
  title: string
  /** Set on the five tab pages. */
  tab?: TabName
  /** The page config says `navigationStyle: 'custom'`: the title is drawn here on WeChat too. */
  isBare?: boolean
  /** May be read without a login: login and settings. */
  isPublic?: boolean
  /** The wide desktop layout, for tables and dashboards. */
  isWide?: boolean
  /** Pull to refresh on WeChat (needs `enablePullDownRefresh` in the page config), a button on h5. */
  onRefresh?: () => Promise<unknown>
  /** The BottomBar. */
  footer?: ReactNode
  children: ReactNode
}

export interface PageHeaderProps {
  title: string
  isTab: boolean
  isBare: boolean
  isWide: boolean
  onRefresh: (() => Promise<unknown>) | undefined
}
