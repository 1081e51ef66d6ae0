import type { TabName } from '@/lib/tabs'

export interface NavigationProps {
  /** The tab this page is, when it is one. */
  tab: TabName | undefined
}
