import { featureText } from '../i18n/feature-text'

/** The five tabs, in order; their pages stay in the main package. */
export const tabs = ['home', 'projects', 'scan', 'credit', 'me'] as const
export type TabName = (typeof tabs)[number]

export const tabText = featureText({
  zh: { home: '首页', projects: '活动', scan: '扫码', credit: '公益金', me: '我的', navigation: '主导航' },
  en: { home: 'Home', projects: 'Projects', scan: 'Scan', credit: 'Credit', me: 'Me', navigation: 'Main navigation' },
})

export function tabPath(tab: TabName): string {
  return `pages/${tab}/index`
}
