import type { Bilingual } from '../kernel/language.ts'
import type { Dimension, SheetKey } from './keys.ts'

/** What a figure counts in; minutes are read as hours, fen as yuan, basis points as per cent. */
export type FigureUnit = 'people' | 'times' | 'sessions' | 'projects' | 'badges' | 'minutes' | 'fen' | 'points' | 'basis-points' | 'days'

export const unitNames: Record<FigureUnit, Bilingual> = {
  people: { zh: '人', en: 'people' },
  times: { zh: '人次', en: 'person-times' },
  sessions: { zh: '场', en: 'sessions' },
  projects: { zh: '个', en: 'projects' },
  badges: { zh: '枚', en: 'badges' },
  minutes: { zh: '小时', en: 'hours' },
  fen: { zh: '元', en: 'yuan' },
  points: { zh: '分', en: 'points' },
  'basis-points': { zh: '%', en: '%' },
  days: { zh: '天', en: 'days' },
}

export const categories = ['staff', 'service', 'credit', 'hosting', 'recognition'] as const
export type Category = (typeof categories)[number]
export const categoryNames: Record<Category, Bilingual> = {
  staff: { zh: '员工', en: 'Staff' },
  service: { zh: '志愿服务', en: 'Service' },
  credit: { zh: '公益金', en: 'Charity credit' },
  hosting: { zh: '项目与主理人', en: 'Projects and hosts' },
  recognition: { zh: '激励与公益假', en: 'Recognition and leave' },
}

export const dimensionNames: Record<Dimension, Bilingual> = {
  employmentType: { zh: '用工形式', en: 'Employment type' },
  ageBand: { zh: '年龄', en: 'Age' },
  sex: { zh: '性别', en: 'Sex' },
  level: { zh: '职级', en: 'Level' },
  region: { zh: '地区', en: 'Region' },
}
/** Groups of the HR file; regions carry their own names. */
export const groupNames: Readonly<Record<string, Bilingual>> = {
  'employmentType/regular': { zh: '正式员工', en: 'Regular' },
  'employmentType/other': { zh: '顾问、实习等', en: 'Advisers, interns, other' },
  'ageBand/under-30': { zh: '30 岁以下', en: 'Under 30' },
  'ageBand/30-50': { zh: '30–50 岁', en: '30–50' },
  'ageBand/over-50': { zh: '50 岁以上', en: 'Over 50' },
  'sex/male': { zh: '男', en: 'Male' },
  'sex/female': { zh: '女', en: 'Female' },
  'sex/unknown': { zh: '未登记', en: 'Not stated' },
  'level/manager': { zh: '管理者', en: 'Managers' },
  'level/other': { zh: '其他员工', en: 'Other staff' },
}
export function groupName(dimension: Dimension, group: string): Bilingual {
  return groupNames[`${dimension}/${group}`] ?? { zh: group, en: group }
}

/** Sheets of year export and difference file. */
export const sheetNames: Record<SheetKey, Bilingual> = {
  about: { zh: '说明与核验', en: 'About and checks' },
  company: { zh: '关键指标', en: 'Key figures' },
  splits: { zh: '分组统计', en: 'Splits' },
  branches: { zh: '分会', en: 'Branches' },
  departments: { zh: '部门', en: 'Departments' },
  projects: { zh: '项目', en: 'Projects' },
  people: { zh: '员工', en: 'People' },
  definitions: { zh: '指标口径', en: 'Definitions' },
  differences: { zh: '更正汇总', en: 'Differences' },
  corrections: { zh: '更正明细', en: 'Corrections' },
}

/** What stands in place of a figure that does not exist; a real zero is 0. */
export const MISSING = '—'
/** What stands in place of a figure of too few people. */
export const SUPPRESSED: Bilingual = { zh: '人数过少', en: 'too few' }

/** A figure in the unit people read, exactly: hours, yuan, per cent, days. */
export function inReadUnit(unit: FigureUnit, value: number): number {
  if (unit === 'minutes') return value / 60
  if (unit === 'fen' || unit === 'basis-points') return value / 100
  if (unit === 'days') return value / 480
  return value
}
