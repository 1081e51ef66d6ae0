import type { StatementAccount } from '@yijian/shared/statement/shapes'
import Taro, { useRouter } from '@tarojs/taro'
import { withPageFiles } from '@/platform/page-files'
import { decodeParam } from '@/platform/page-params'
import { tabPath, tabs } from './tabs'

/** A page and the parameters it is opened with. */
export interface Route<Params> {
  readonly path: string
  /** Only for the type; never set. */
  readonly params?: Params
}

type Strings = Record<string, string | undefined>

function page<Params extends Strings = Record<never, never>>(path: string): Route<Params> {
  return { path }
}

/** Every page of the app. A page that is not here cannot be opened from another. */
export const routes = {
  home: page(tabPath('home')),
  projects: page(tabPath('projects')),
  scan: page(tabPath('scan')),
  credit: page(tabPath('credit')),
  me: page(tabPath('me')),
  project: page<{ projectId: string }>('pages/project/index'),
  session: page<{ sessionId: string }>('pages/session/index'),
  mySessions: page('pages/my-sessions/index'),
  hours: page('pages/hours/index'),
  journal: page<{ journalId: string; account: StatementAccount }>('pages/journal/index'),
  honour: page('merit/pages/honour/index'),
  colleague: page<{ employeeId?: string; scene?: string }>('merit/pages/colleague/index'),
  certificate: page('merit/pages/certificate/index'),
  certificateCheck: page<{ certificateNo?: string }>('merit/pages/check/index'),
  policies: page('pages/policies/index'),
  donations: page('giving/pages/donations/index'),
  donation: page<{ donationId: string }>('giving/pages/donation/index'),
  hostHome: page('host/pages/home/index'),
  hostedProject: page<{ projectId: string }>('host/pages/project/index'),
  editProject: page<{ projectId?: string }>('host/pages/edit-project/index'),
  editSession: page<{ projectId: string; sessionId?: string }>('host/pages/edit-session/index'),
  hostedSession: page<{ sessionId: string }>('host/pages/session/index'),
  code: page<{ sessionId: string }>('host/pages/code/index'),
  roster: page<{ sessionId: string }>('host/pages/roster/index'),
  sessionHours: page<{ sessionId: string }>('host/pages/hours/index'),
  handOff: page<{ code: string }>('desk/pages/hand-off/index'),
  people: page('desk/pages/people/index'),
  importPeople: page('desk/pages/import/index'),
  roleGrants: page('desk/pages/roles/index'),
  branches: page('desk/pages/branches/index'),
  rules: page('desk/pages/rules/index'),
  proof: page('desk/pages/proof/index'),
  auditLog: page<{ subject?: string }>('desk/pages/audit/index'),
  deskHome: page('desk/pages/home/index'),
  reviews: page('desk/pages/reviews/index'),
  review: page<{ projectId: string }>('desk/pages/review/index'),
  ownHours: page('desk/pages/own-hours/index'),
  corrections: page('desk/pages/corrections/index'),
  year: page<{ year?: string }>('desk/pages/year/index'),
  exports: page<{ year?: string; branchId?: string }>('desk/pages/exports/index'),
  deskShop: page('desk/pages/shop/index'),
  deskShopItem: page<{ shopItemId?: string }>('desk/pages/shop-item/index'),
  pickUp: page('desk/pages/pick-up/index'),
  pointTasks: page('desk/pages/point-tasks/index'),
  newPointTask: page('desk/pages/new-point-task/index'),
  points: page('merit/pages/points/index'),
  shop: page('merit/pages/shop/index'),
  shopItem: page<{ shopItemId: string }>('merit/pages/shop-item/index'),
  orders: page('merit/pages/orders/index'),
  order: page<{ orderId: string }>('merit/pages/order/index'),
  claims: page('giving/pages/claims/index'),
  claim: page<{ claimId: string }>('giving/pages/claim/index'),
  editClaim: page<{ claimId?: string }>('giving/pages/edit-claim/index'),
  deskClaims: page('desk/pages/claims/index'),
  deskClaim: page<{ claimId: string }>('desk/pages/claim/index'),
  funds: page('giving/pages/funds/index'),
  fund: page<{ fundProjectId: string }>('giving/pages/fund/index'),
  donate: page<{ fundProjectId?: string }>('giving/pages/donate/index'),
  award: page('merit/pages/award/index'),
  nominate: page<{ cycleId: string }>('merit/pages/nominate/index'),
  nomination: page<{ nominationId: string }>('merit/pages/nomination/index'),
  awardObjection: page<{ nominationId: string }>('merit/pages/object/index'),
  jury: page('desk/pages/jury/index'),
  score: page<{ nominationId: string }>('desk/pages/score/index'),
  awardCycles: page('desk/pages/award/index'),
  awardCycle: page<{ cycleId: string }>('desk/pages/award-cycle/index'),
  leave: page('merit/pages/leave/index'),
  askLeave: page<{ signupId?: string }>('merit/pages/ask-leave/index'),
  deskLeave: page('desk/pages/leave/index'),
  deskFunds: page('desk/pages/funds/index'),
  deskFund: page<{ fundProjectId: string }>('desk/pages/fund/index'),
  editFund: page<{ fundProjectId?: string }>('desk/pages/edit-fund/index'),
  newFundReport: page<{ fundProjectId: string }>('desk/pages/fund-report/index'),
  payouts: page('desk/pages/payouts/index'),
  payout: page<{ payoutId: string }>('desk/pages/payout/index'),
  inbox: page('merit/pages/inbox/index'),
  login: page('pages/login/index'),
  settings: page('pages/settings/index'),
}

const tabPaths = new Set(tabs.map(tabPath))
/** WeChat keeps at most ten pages open. */
const MAX_STACK = 10

/** The address of a page, as share cards and links need it. */
export function addressOf<Params extends Strings>(route: Route<Params>, params?: Params): string {
  const query = Object.entries(params ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return `/${route.path}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

type Given<Params> = keyof Params extends never ? [] : [params: Params]

export function go<Params extends Strings>(route: Route<Params>, ...given: Given<Params>): void {
  const url = addressOf(route, given[0])
  withPageFiles(route.path, () => {
    if (tabPaths.has(route.path)) void Taro.switchTab({ url })
    else if (Taro.getCurrentPages().length >= MAX_STACK) void Taro.redirectTo({ url })
    else void Taro.navigateTo({ url })
  })
}

/** Opens a page in place of this one, so that going back does not return here. */
export function replaceWith<Params extends Strings>(route: Route<Params>, ...given: Given<Params>): void {
  const url = addressOf(route, given[0])
  withPageFiles(route.path, () => void (tabPaths.has(route.path) ? Taro.switchTab({ url }) : Taro.redirectTo({ url })))
}

/** Back to the page before, or home when this page was opened directly (a link, a share card). */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else go(routes.home)
}

/** Back to the page before, or to the one that should lie there when this page was opened by a link. */
export function backOr<Params extends Strings>(route: Route<Params>, ...given: Given<Params>): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else replaceWith(route, ...given)
}

/** The parameters this page was opened with; a link may lack some of them. */
export function useParams<Params extends Strings>(_route: Route<Params>): Partial<Params> {
  const { params } = useRouter()
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decodeParam(value ?? '')])) as Partial<Params>
}
