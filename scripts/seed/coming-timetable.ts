import { chen, crews, some } from './crews.ts'
import type { ProjectKey } from './projects.ts'

/** A session ahead: on the first such weekday so many days from today, or on that very day. */
export interface ComingSession {
  project: ProjectKey
  title: string
  inDays: number
  weekday?: number
  from: string
  minutes: number
  capacity: number | null
  people: string[]
  /** Gives the place back, which goes to the first who waits. */
  givesUp?: string
  cancelledFor?: string
}

/** Of every kind: full with a queue, nearly full, unlimited, on line, in another city, cancelled, not open yet. */
export const comingSessions: ComingSession[] = [
  {
    project: 'missingPersons',
    title: '周四核查夜 · 第 25 期',
    inDays: 1,
    weekday: 4,
    from: '20:00',
    minutes: 120,
    capacity: null,
    people: some(crews.online, 7, 1),
  },
  { project: 'aed', title: '急救员训练 · 第 7 期', inDays: 2, from: '18:30', minutes: 90, capacity: 12, people: [...crews.aid] },
  {
    project: 'bloodDrive',
    title: '季度献血日',
    inDays: 3,
    from: '13:00',
    minutes: 240,
    capacity: 6,
    people: [...crews.donors, 'D0011'],
    givesUp: 'D0018',
  },
  {
    project: 'codingClass',
    title: '图形化编程 · 第 6 课',
    inDays: 4,
    from: '16:00',
    minutes: 90,
    capacity: 6,
    people: some(crews.teachers, 4, 2),
  },
  {
    project: 'starStudio',
    title: '给妈妈画一张脸',
    inDays: 5,
    weekday: 7,
    from: '10:00',
    minutes: 150,
    capacity: 10,
    people: some(crews.studio, 5, 0),
  },
  {
    project: 'letters',
    title: '读信会 · 第 9 期',
    inDays: 6,
    from: '20:00',
    minutes: 90,
    capacity: null,
    people: some(crews.readers, 6, 2),
  },
  {
    project: 'mangrove',
    title: '深圳湾红树林净滩 · 第 12 场',
    inDays: 6,
    weekday: 6,
    from: '09:00',
    minutes: 180,
    capacity: 40,
    people: [chen, ...crews.shore],
  },
  {
    project: 'phones',
    title: '大字模式专场',
    inDays: 6,
    weekday: 6,
    from: '14:00',
    minutes: 120,
    capacity: 12,
    people: some(crews.shanghai, 6, 0),
  },
  {
    project: 'antiFraud',
    title: '安慧里社区 · 陌生来电',
    inDays: 9,
    weekday: 6,
    from: '10:00',
    minutes: 120,
    capacity: 15,
    people: some(crews.beijing, 5, 2),
  },
  {
    project: 'laptops',
    title: '第 10 批 40 台装机日',
    inDays: 9,
    weekday: 6,
    from: '13:30',
    minutes: 240,
    capacity: 10,
    people: some(crews.guangzhou, 3, 1),
  },
  {
    project: 'strayAnimals',
    title: '冬衣缝补日',
    inDays: 7,
    weekday: 7,
    from: '09:30',
    minutes: 180,
    capacity: 12,
    people: some(crews.chengdu, 4, 0),
    cancelledFor: '救助站这几天检修围栏，改到下个月举行；已报名的同事届时优先',
  },
  {
    project: 'bookCorner',
    title: '绘本周 · 月亮的味道',
    inDays: 9,
    weekday: 7,
    from: '13:00',
    minutes: 180,
    capacity: 8,
    people: some(crews.beijing, 3, 0),
  },
  {
    project: 'appTester',
    title: '网上办事专场',
    inDays: 12,
    weekday: 7,
    from: '14:00',
    minutes: 150,
    capacity: 20,
    people: some(crews.testers, 3, 1),
  },
  { project: 'ngoCoach', title: '陪跑第九周 · 结营分享', inDays: 33, from: '19:00', minutes: 120, capacity: 30, people: [] },
]

/** Running now: these have arrived, and two more are on their way. */
export const running = {
  project: 'appTester',
  title: '快递与外卖专场',
  capacity: 20,
  arrived: ['D0023', 'D0007', 'D0011', 'D0025', 'D0026', 'D0028', 'D0032'],
  expected: [chen, 'D0033'],
} as const
