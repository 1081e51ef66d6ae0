import type { Bilingual } from '../kernel/language.ts'
import type { FigureKey } from './keys.ts'
import type { Category, FigureUnit } from './names.ts'

interface Definition {
  category: Category
  unit: FigureUnit
  heading: Bilingual
  definition: Bilingual
  /** An indented row: part of the figure above it. */
  isPart?: true
  /** What it is at the end of the period, not what happened in it. */
  isStock?: true
}

/** A figure that is counted or summed, with the one definition that page, tooltip and file share. */
const counted = {
  staff: {
    category: 'staff',
    unit: 'people',
    isStock: true,
    heading: { zh: '员工总数', en: 'Staff' },
    definition: {
      zh: '按 HR 花名册，当年 12 月 31 日在职的员工；进行中的年份取截至日。',
      en: 'Employed on 31 December by the HR file; of the running year, on the as-of day.',
    },
  },
  volunteers: {
    category: 'service',
    unit: 'people',
    heading: { zh: '志愿者人数', en: 'Volunteers' },
    definition: {
      zh: '期内已下发公益时大于 0 的员工，每人计一次，含其后离职者。',
      en: 'Distinct people with issued hours above zero in the period, those who left since included.',
    },
  },
  volunteersEmployed: {
    category: 'service',
    unit: 'people',
    isPart: true,
    heading: { zh: '其中在职', en: 'of them employed' },
    definition: {
      zh: '上述志愿者中，在员工总数统计日仍在职的人；参与率的分子。',
      en: 'Those of the volunteers who are employed on the day staff is counted; numerator of the participation rate.',
    },
  },
  personTimes: {
    category: 'service',
    unit: 'times',
    heading: { zh: '志愿服务人次', en: 'Person-times' },
    definition: {
      zh: '期内已下发公益时大于 0 的“人 × 场次”数。',
      en: 'Pairs of person and session with issued hours above zero.',
    },
  },
  minutes: {
    category: 'service',
    unit: 'minutes',
    heading: { zh: '公益时总数', en: 'Volunteer hours' },
    definition: {
      zh: '服务日在期内、已下发的公益时之和，已计入更正；由账本分录汇总。',
      en: 'Issued hours by service day, corrections taken in; a sum of ledger entries.',
    },
  },
  activities: {
    category: 'service',
    unit: 'sessions',
    heading: { zh: '活动场次', en: 'Sessions' },
    definition: { zh: '期内至少有一人获下发公益时的场次。', en: 'Sessions in which at least one person was issued hours.' },
  },
  grantedHoursFen: {
    category: 'credit',
    unit: 'fen',
    heading: { zh: '公益时配捐公益金', en: 'Credit from hours' },
    definition: { zh: '因公益时入账的公益金，已扣除更正追回。', en: 'Credit granted for hours, less what corrections took back.' },
  },
  correctedFen: {
    category: 'credit',
    unit: 'fen',
    isPart: true,
    heading: { zh: '其中更正净额', en: 'of it corrections' },
    definition: {
      zh: '公益时更正带来的公益金净变动，追回为负。',
      en: 'Net change of credit by corrections of hours; negative is taken back.',
    },
  },
  grantedGiftsFen: {
    category: 'credit',
    unit: 'fen',
    heading: { zh: '个人捐赠配捐公益金', en: 'Credit from own donations' },
    definition: {
      zh: '因核验通过的个人捐赠入账的公益金，已扣除退款追回。',
      en: 'Credit granted for verified own donations, less refunds.',
    },
  },
  refundedFen: {
    category: 'credit',
    unit: 'fen',
    isPart: true,
    heading: { zh: '其中退款追回', en: 'of it refunds' },
    definition: { zh: '个人捐赠退款后追回的公益金，为负数。', en: 'Credit taken back after refunds of own donations; negative.' },
  },
  giftFen: {
    category: 'credit',
    unit: 'fen',
    heading: { zh: '核验的个人捐赠', en: 'Own donations verified' },
    definition: {
      zh: '员工以自有资金捐出并通过核验的金额，已扣除退款；不经过本系统收付。',
      en: 'Own money given and verified, less refunds; never collected here.',
    },
  },
  donatedFen: {
    category: 'credit',
    unit: 'fen',
    heading: { zh: '捐出公益金', en: 'Credit donated' },
    definition: { zh: '冷静期后已捐给公益金项目的公益金。', en: 'Credit given to fund projects, after the cooling time.' },
  },
  donors: {
    category: 'credit',
    unit: 'people',
    heading: { zh: '捐出公益金的人数', en: 'Donors' },
    definition: { zh: '期内捐出过公益金的员工，每人计一次。', en: 'Distinct people who gave credit in the period.' },
  },
  fundProjects: {
    category: 'credit',
    unit: 'projects',
    heading: { zh: '收到公益金的项目', en: 'Fund projects that received' },
    definition: { zh: '期内收到过员工捐出公益金的公益金项目。', en: 'Distinct fund projects that received credit in the period.' },
  },
  outstandingFen: {
    category: 'credit',
    unit: 'fen',
    isStock: true,
    heading: { zh: '待捐公益金', en: 'Credit outstanding' },
    definition: {
      zh: '期末员工名下尚未捐出的公益金，即余额合计，含冷静期内的。',
      en: 'Credit not yet given on at the end of the period: the sum of balances, cooling ones included.',
    },
  },
  owedFen: {
    category: 'credit',
    unit: 'fen',
    isStock: true,
    isPart: true,
    heading: { zh: '欠额', en: 'Debt' },
    definition: {
      zh: '期末待以后公益金先行抵扣的欠额合计。配捐 − 捐出 ＝ 待捐 − 欠额。',
      en: 'What later credit pays first, at the end of the period. Granted − donated = outstanding − debt.',
    },
  },
  projects: {
    category: 'hosting',
    unit: 'projects',
    heading: { zh: '开展的公益项目', en: 'Projects in action' },
    definition: { zh: '期内有场次下发过公益时的项目。', en: 'Projects with a session in which hours were issued.' },
  },
  projectsPublished: {
    category: 'hosting',
    unit: 'projects',
    heading: { zh: '新发布的公益项目', en: 'Projects published' },
    definition: { zh: '期内首次发布的项目；累计为曾发布的全部项目。', en: 'First published in the period; to date, all ever published.' },
  },
  hosts: {
    category: 'hosting',
    unit: 'people',
    heading: { zh: '主理人', en: 'Hosts' },
    definition: {
      zh: '期内任一天担任已发布项目主理人或联合主理人的员工，每人计一次。',
      en: 'Distinct people who hosted a published project on any day of the period.',
    },
  },
  newHosts: {
    category: 'hosting',
    unit: 'people',
    isPart: true,
    heading: { zh: '其中新主理人', en: 'of them new' },
    definition: { zh: '首次担任主理人的日期在期内的员工。', en: 'Those whose first day as a host lies in the period.' },
  },
  leaders: {
    category: 'recognition',
    unit: 'people',
    heading: { zh: '益践领袖', en: 'Leaders of the year' },
    definition: { zh: '该年度已公布的益践领袖；累计为各年度人次。', en: 'Published leaders of that award year; to date, over all years.' },
  },
  badges: {
    category: 'recognition',
    unit: 'badges',
    heading: { zh: '点亮徽章', en: 'Badges unlocked' },
    definition: { zh: '期内首次点亮且目前有效的徽章。', en: 'First unlocked in the period and in force now.' },
  },
  pointsEarned: {
    category: 'recognition',
    unit: 'points',
    heading: { zh: '获得积分', en: 'Points earned' },
    definition: { zh: '公益时与积分任务带来的向善积分，已计入更正。', en: 'Points from hours and tasks, corrections taken in.' },
  },
  pointsSpent: {
    category: 'recognition',
    unit: 'points',
    heading: { zh: '兑换积分', en: 'Points spent' },
    definition: { zh: '在积分商城兑换的积分，已扣除取消退回。', en: 'Points spent in the shop, less what came back.' },
  },
  leavePeople: {
    category: 'recognition',
    unit: 'people',
    heading: { zh: '使用公益假的人数', en: 'People on charity leave' },
    definition: { zh: '期内使用过公益假的员工，每人计一次。', en: 'Distinct people who took charity leave.' },
  },
  leaveMinutes: {
    category: 'recognition',
    unit: 'days',
    heading: { zh: '使用公益假', en: 'Charity leave taken' },
    definition: { zh: '已使用的公益假，480 分钟折合 1 天。', en: 'Charity leave taken; 480 minutes are one day.' },
  },
} as const satisfies Record<string, Definition>

export type CountedKey = keyof typeof counted

interface RatioDefinition extends Definition {
  numerator: CountedKey
  denominator: CountedKey
}

/** A figure that is one figure over another; it always names both. */
const ratios = {
  participation: {
    category: 'service',
    unit: 'basis-points',
    numerator: 'volunteersEmployed',
    denominator: 'staff',
    heading: { zh: '参与率', en: 'Participation rate' },
    definition: { zh: '在职志愿者 ÷ 员工总数。', en: 'Volunteers employed ÷ staff.' },
  },
  minutesPerVolunteer: {
    category: 'service',
    unit: 'minutes',
    numerator: 'minutes',
    denominator: 'volunteers',
    heading: { zh: '志愿者人均公益时', en: 'Hours per volunteer' },
    definition: { zh: '公益时总数 ÷ 志愿者人数。', en: 'Volunteer hours ÷ volunteers.' },
  },
  minutesPerEmployee: {
    category: 'service',
    unit: 'minutes',
    numerator: 'minutes',
    denominator: 'staff',
    heading: { zh: '员工人均公益时', en: 'Hours per employee' },
    definition: { zh: '公益时总数 ÷ 员工总数。', en: 'Volunteer hours ÷ staff.' },
  },
} as const satisfies Record<string, RatioDefinition>

export type RatioKey = keyof typeof ratios

export const figureDefinitions: Record<FigureKey, Definition & Partial<Pick<RatioDefinition, 'numerator' | 'denominator'>>> = {
  ...counted,
  ...ratios,
}
export const countedKeys = Object.keys(counted) as CountedKey[]
export const ratioKeys = Object.keys(ratios) as RatioKey[]

/** Figures each person, department and branch has; sums over people give the company's. */
export const personalKeys = [
  'personTimes',
  'minutes',
  'grantedHoursFen',
  'correctedFen',
  'grantedGiftsFen',
  'refundedFen',
  'giftFen',
  'donatedFen',
  'outstandingFen',
  'owedFen',
  'pointsEarned',
  'pointsSpent',
  'leaveMinutes',
] as const satisfies readonly CountedKey[]
export type PersonalKey = (typeof personalKeys)[number]
