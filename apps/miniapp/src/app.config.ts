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

const ownPages = ['project', 'session', 'my-sessions', 'hours', 'journal', 'policies', 'login', 'settings']
const hostPages = ['home', 'project', 'edit-project', 'edit-session', 'session', 'code', 'roster', 'hours']
const deskPages = [
  'hand-off',
  'people',
  'import',
  'roles',
  'branches',
  'rules',
  'proof',
  'audit',
  'claims',
  'claim',
  'home',
  'reviews',
  'review',
  'own-hours',
  'corrections',
  'year',
  'exports',
  'funds',
  'fund',
  'edit-fund',
  'fund-report',
  'payouts',
  'payout',
  'leave',
  'jury',
  'score',
  'award',
  'award-cycle',
  'shop',
  'shop-item',
  'pick-up',
  'point-tasks',
  'new-point-task',
]
/** Giving credit on and claiming own donations (公益金). */
const givingPages = ['claims', 'claim', 'edit-claim', 'funds', 'fund', 'donate', 'donation', 'donations']
/** What service brings besides: points, honour, leave, award. */
const meritPages = [
  'inbox',
  'leave',
  'ask-leave',
  'award',
  'nominate',
  'nomination',
  'object',
  'honour',
  'colleague',
  'certificate',
  'check',
  'points',
  'shop',
  'shop-item',
  'orders',
  'order',
]
const index = (page: string) => `pages/${page}/index`

const app = {
  pages: [...tabs.map(tabPath), ...ownPages.map(index)],
  subPackages: Object.entries({ host: hostPages, desk: deskPages, giving: givingPages, merit: meritPages })
    .filter(([, pages]) => pages.length > 0)
    .map(([root, pages]) => ({ root, name: root, pages: pages.map(index) })),
  // Whoever hosts finds the code screen ready, even where the network at the door is poor.
  preloadRule: { 'pages/me/index': { network: 'all' as const, packages: ['host', 'desk'] } },
  // On h5 our own navigation (ui/Navigation.h5.tsx) takes the place of the native tab bar.
  tabBar: { ...colours, custom: onH5, list: tabs.map(tabItem) },
}

/** All primitives on one page, built apart from the app to be looked at. */
const gallery = { pages: ['pages/gallery/index'] }

export default defineAppConfig({
  ...(GALLERY ? gallery : app),
  window: onH5
    ? { navigationBarTitleText: '益践' }
    : {
        navigationBarTitleText: '益践',
        navigationBarBackgroundColor: '@background',
        navigationBarTextStyle: '@navigationText',
        backgroundColor: '@background',
        backgroundTextStyle: '@pullText',
      },
  darkmode: true,
  themeLocation: 'theme.json',
  animation: onH5 ? false : undefined,
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
