import { tabPath, tabText, tabs } from './lib/tabs'
import type { TabName } from './lib/tabs'

// Read by Taro while it builds, never at run time.
const { TARO_ENV, GALLERY } = process.env
const onH5 = TARO_ENV === 'h5'

function tabItem(tab: TabName) {
  const text = tabText.zh[tab]
  // Icons and colours behind @ stand in theme.json, once for light and once for dark.
  return onH5
    ? { pagePath: tabPath(tab), text }
    : { pagePath: tabPath(tab), text, iconPath: `@${tab}Icon`, selectedIconPath: `@${tab}IconSelected` }
}

// Taro's type knows no theme variable for the border.
const colours = onH5
  ? { color: '#5f6c66', selectedColor: '#0b7a58', backgroundColor: '#ffffff', borderStyle: 'white' as const }
  : { color: '@tabText', selectedColor: '@tabSelected', backgroundColor: '@tabBackground', borderStyle: '@tabBorder' as 'white' }

export default defineAppConfig({
  pages: [...tabs.map(tabPath), 'pages/login/index', 'pages/settings/index', ...(GALLERY ? ['pages/gallery/index'] : [])],
  subPackages: [],
  window: onH5
    ? { navigationBarTitleText: '益践' }
    : {
        navigationBarTitleText: '益践',
        navigationBarBackgroundColor: '@background',
        navigationBarTextStyle: '@navigationText',
        backgroundColor: '@background',
        backgroundTextStyle: '@pullText',
      },
  // On h5 our own navigation (ui/Navigation.h5.tsx) takes the place of the native tab bar.
  tabBar: { ...colours, custom: onH5, list: tabs.map(tabItem) },
  darkmode: true,
  themeLocation: 'theme.json',
  animation: onH5 ? false : undefined,
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
