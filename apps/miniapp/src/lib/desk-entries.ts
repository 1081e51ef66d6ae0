import type { Bilingual } from '@yijian/shared/kernel/language'
import type { Role } from '@yijian/shared/people/roles'
import type { Tone } from '@/ui/Cell'
import type { IconName } from '@/ui/icon-names'
import { routes } from './routes'
import type { Route } from './routes'

/** Parts of the desk (工作台), in order. */
export const deskGroups = ['host', 'now', 'giving', 'merit', 'figures', 'admin'] as const
export type DeskGroup = (typeof deskGroups)[number]

export interface DeskEntry {
  route: Route<Record<never, never>>
  group: DeskGroup
  icon: IconName
  tone?: Tone
  /** Roles that see it, one of which is enough; hosts see what names `host`. */
  sees: readonly (Role | 'host')[]
  words: Bilingual
  detail: Bilingual
}

/** Every page of hosts and of the desk that is opened without a parameter; the phone and the desktop read the same list. */
export const deskEntries: readonly DeskEntry[] = [
  {
    route: routes.hostHome,
    group: 'host',
    icon: 'megaphone',
    sees: ['host'],
    words: { zh: '我的项目', en: 'My projects' },
    detail: { zh: '签到码、确认与下发', en: 'Code, confirm and issue' },
  },
  {
    route: routes.deskHome,
    group: 'now',
    icon: 'list',
    sees: ['branch-lead', 'operator', 'judge', 'hr', 'auditor'],
    words: { zh: '工作台首页', en: 'Desk' },
    detail: { zh: '等你处理的事', en: 'What waits for you' },
  },
  {
    route: routes.reviews,
    group: 'now',
    icon: 'document',
    tone: 'info',
    sees: ['branch-lead', 'operator'],
    words: { zh: '项目审核', en: 'Reviews' },
    detail: { zh: '发布或退回本分会的项目', en: 'Publish or return projects' },
  },
  {
    route: routes.deskLeave,
    group: 'now',
    icon: 'calendar',
    tone: 'gold',
    sees: ['branch-lead', 'hr'],
    words: { zh: '公益假审批', en: 'Leave to decide' },
    detail: { zh: '同事申请的半天或一天', en: 'Half days and days colleagues ask for' },
  },
  {
    route: routes.jury,
    group: 'now',
    icon: 'badge',
    tone: 'gold',
    sees: ['judge'],
    words: { zh: '益践领袖评审', en: 'Jury' },
    detail: { zh: '为提名评分', en: 'Score nominations' },
  },
  {
    route: routes.deskClaims,
    group: 'giving',
    icon: 'document',
    tone: 'give',
    sees: ['operator'],
    words: { zh: '捐赠申报', en: 'Own donations' },
    detail: { zh: '核实收据，配捐公益金', en: 'Verify receipts, match credit' },
  },
  {
    route: routes.awardCycles,
    group: 'merit',
    icon: 'badge',
    tone: 'gold',
    sees: ['operator'],
    words: { zh: '益践领袖', en: 'Leader award' },
    detail: { zh: '评选周期、公示与发布', en: 'Cycles, publicity, publishing' },
  },
  {
    route: routes.pickUp,
    group: 'merit',
    icon: 'scan',
    tone: 'gold',
    sees: ['operator'],
    words: { zh: '兑换核销', en: 'Hand over orders' },
    detail: { zh: '扫领取码交付，处理待领取的兑换单', en: 'Pick-up codes and open orders' },
  },
  {
    route: routes.deskShop,
    group: 'merit',
    icon: 'gift',
    tone: 'gold',
    sees: ['operator'],
    words: { zh: '商城管理', en: 'Shop items' },
    detail: { zh: '上架、补货与下架', en: 'Offer, restock, withdraw' },
  },
  {
    route: routes.pointTasks,
    group: 'merit',
    icon: 'points',
    tone: 'gold',
    sees: ['operator'],
    words: { zh: '积分任务', en: 'Point tasks' },
    detail: { zh: '为真实发生的善行发积分', en: 'Points for real facts' },
  },
  {
    route: routes.deskFunds,
    group: 'giving',
    icon: 'heart',
    tone: 'give',
    sees: ['operator', 'auditor'],
    words: { zh: '公益金项目', en: 'Fund projects' },
    detail: { zh: '录入、核验、上线与反馈', en: 'Enter, check, list, report' },
  },
  {
    route: routes.payouts,
    group: 'giving',
    icon: 'upload',
    tone: 'give',
    sees: ['operator', 'auditor'],
    words: { zh: '公益金拨付', en: 'Payouts' },
    detail: { zh: '生成批次、第二人复核、确认到账', en: 'Build, approve, confirm' },
  },
  {
    route: routes.ownHours,
    group: 'now',
    icon: 'people',
    tone: 'give',
    sees: ['branch-lead'],
    words: { zh: '主理人公益时', en: 'Hours of hosts' },
    detail: { zh: '为主理人本人的公益时下发', en: 'Issue the hours hosts earned' },
  },
  {
    route: routes.corrections,
    group: 'now',
    icon: 'history',
    tone: 'neutral',
    sees: ['branch-lead'],
    words: { zh: '更正公益时', en: 'Correct hours' },
    detail: { zh: '已下发的公益时有误时更正', en: 'Put wrong issued hours right' },
  },
  {
    route: routes.year,
    group: 'figures',
    icon: 'chart',
    sees: ['hr', 'auditor'],
    words: { zh: '年度统计', en: 'Year report' },
    detail: { zh: '关键指标、每月与分组', en: 'Key figures, months, splits' },
  },
  {
    route: routes.exports,
    group: 'figures',
    icon: 'download',
    tone: 'info',
    sees: ['hr'],
    words: { zh: '年度导出', en: 'Exports' },
    detail: { zh: 'XLSX 与 CSV，核对一致后下载', en: 'XLSX and CSV, checked before download' },
  },
  {
    route: routes.rules,
    group: 'admin',
    icon: 'document',
    tone: 'neutral',
    sees: ['operator', 'auditor'],
    words: { zh: '政策', en: 'Policies' },
    detail: { zh: '查看与发布新版本', en: 'Read and publish versions' },
  },
  {
    route: routes.people,
    group: 'admin',
    icon: 'people',
    tone: 'neutral',
    sees: ['hr', 'operator'],
    words: { zh: '员工', en: 'People' },
    detail: { zh: '绑定码、离职与角色', en: 'Codes, departures, roles' },
  },
  {
    route: routes.importPeople,
    group: 'admin',
    icon: 'upload',
    tone: 'neutral',
    sees: ['hr'],
    words: { zh: '导入员工', en: 'Import people' },
    detail: { zh: '从人力系统的文件', en: 'From a file of the HR system' },
  },
  {
    route: routes.roleGrants,
    group: 'admin',
    icon: 'shield',
    tone: 'neutral',
    sees: ['operator', 'auditor'],
    words: { zh: '角色', en: 'Roles' },
    detail: { zh: '谁有什么权限', en: 'Who may do what' },
  },
  {
    route: routes.branches,
    group: 'admin',
    icon: 'list',
    tone: 'neutral',
    sees: ['operator'],
    words: { zh: '分会', en: 'Branches' },
    detail: { zh: '查看与新建', en: 'Read and open' },
  },
  {
    route: routes.proof,
    group: 'admin',
    icon: 'check',
    tone: 'neutral',
    sees: ['auditor', 'operator'],
    words: { zh: '账本核验', en: 'Ledger proof' },
    detail: { zh: '逐项核对整本账', en: 'Recount the whole ledger' },
  },
  {
    route: routes.auditLog,
    group: 'admin',
    icon: 'history',
    tone: 'neutral',
    sees: ['auditor'],
    words: { zh: '操作留痕', en: 'Audit log' },
    detail: { zh: '谁在何时做了什么', en: 'Who did what, and when' },
  },
]
