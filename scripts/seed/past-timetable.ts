import { chen, crews, some } from './crews.ts'
import type { ProjectKey } from './projects.ts'

/** A session of the past, week by week before this one; weekday 1 is Monday. */
export interface PastSession {
  project: ProjectKey
  title: string
  week: number
  weekday: number
  from: string
  minutes: number
  /** Who came; the rest of the places stayed free. */
  people: string[]
  /** What befell the first of them. */
  mishap?: 'phone-empty' | 'forgets-check-out' | 'leaves-early' | 'stale-code'
  /** Steps taken so far of: confirm, issue, issue for hosts; all when left out. */
  doneSteps?: number
  /** Hours that had to be corrected afterwards. */
  corrected?: boolean
}

function series(count: number, each: (turn: number) => PastSession): PastSession[] {
  return Array.from({ length: count }, (_, turn) => each(turn))
}

/** Every fourth Saturday since spring: ten of them carry the thirty-six and a half hours of one person. */
const shoreDays = series(10, (turn) => ({
  project: 'mangrove',
  title: `深圳湾红树林净滩 · 第 ${turn + 2} 场`,
  week: -40 + turn * 4,
  weekday: 6,
  from: '09:00',
  minutes: 180,
  people: [chen, ...some(crews.shore, 5 + (turn % 3), turn)],
}))

export const pastSessions: PastSession[] = [
  ...shoreDays,
  ...series(3, (turn) => ({
    project: 'appTester',
    title: ['打车与地图专场', '挂号与缴费专场', '点单与外卖专场'][turn] ?? '',
    week: -10 + turn * 4,
    weekday: 7,
    from: '14:00',
    minutes: 150,
    people: [...(turn < 2 ? [chen] : []), 'D0023', ...some(crews.testers, 5, turn)],
  })),
  {
    project: 'aed',
    title: '急救员训练 · 第 5 期',
    week: -5,
    weekday: 3,
    from: '18:30',
    minutes: 90,
    people: [chen, ...some(crews.aid, 7, 0)],
  },
  {
    project: 'aed',
    title: '急救员训练 · 第 6 期',
    week: -3,
    weekday: 3,
    from: '18:30',
    minutes: 90,
    doneSteps: 2,
    people: ['D0014', ...some(crews.aid, 6, 2)],
  },
  ...series(4, (turn) => ({
    project: 'missingPersons',
    title: `周四核查夜 · 第 ${turn + 21} 期`,
    week: -7 + turn * 2,
    weekday: 4,
    from: '20:00',
    minutes: 120,
    people: some(crews.online, 6, turn),
  })),
  ...series(5, (turn) => ({
    project: 'codingClass',
    title: `图形化编程 · 第 ${turn + 1} 课`,
    week: -6 + turn,
    weekday: 2,
    from: '16:00',
    minutes: 90,
    people: ['D0053', ...some(crews.teachers, 3, turn)],
  })),
  {
    project: 'ngoCoach',
    title: '陪跑第一周 · 把报名表搬上线',
    week: -8,
    weekday: 4,
    from: '19:00',
    minutes: 120,
    people: some(crews.designers, 5, 0),
  },
  {
    project: 'ngoCoach',
    title: '陪跑第五周 · 捐赠公示页',
    week: -4,
    weekday: 4,
    from: '19:00',
    minutes: 120,
    people: some(crews.designers, 4, 1),
  },
  {
    project: 'antiFraud',
    title: '知春里社区 · 冒充客服怎么破',
    week: -8,
    weekday: 6,
    from: '10:00',
    minutes: 120,
    mishap: 'forgets-check-out',
    people: ['D0041', ...some(crews.beijing, 4, 0)],
  },
  {
    project: 'antiFraud',
    title: '知春里社区 · 保健品返现的套路',
    week: -4,
    weekday: 6,
    from: '10:00',
    minutes: 120,
    people: some(crews.beijing, 5, 1),
  },
  { project: 'starStudio', title: '颜色的名字', week: -9, weekday: 7, from: '10:00', minutes: 150, people: some(crews.studio, 5, 0) },
  {
    project: 'starStudio',
    title: '画一条会唱歌的鱼',
    week: -5,
    weekday: 7,
    from: '10:00',
    minutes: 150,
    people: some(crews.studio, 5, 1),
  },
  {
    project: 'starStudio',
    title: '我的家有几种声音',
    week: -1,
    weekday: 7,
    from: '10:00',
    minutes: 150,
    doneSteps: 0,
    people: some(crews.studio, 6, 2),
  },
  {
    project: 'laptops',
    title: '第 9 批 40 台装机日',
    week: -6,
    weekday: 6,
    from: '13:30',
    minutes: 240,
    mishap: 'leaves-early',
    people: some(crews.guangzhou, 4, 0),
  },
  {
    project: 'strayAnimals',
    title: '给毛孩子拍证件照',
    week: -7,
    weekday: 7,
    from: '09:30',
    minutes: 180,
    people: some(crews.chengdu, 4, 0),
  },
  {
    project: 'strayAnimals',
    title: '犬舍大扫除',
    week: -3,
    weekday: 7,
    from: '09:30',
    minutes: 180,
    people: some(crews.chengdu, 4, 1),
  },
  {
    project: 'letters',
    title: '读信会 · 第 7 期',
    week: -6,
    weekday: 3,
    from: '20:00',
    minutes: 90,
    people: some(crews.readers, 6, 0),
  },
  {
    project: 'letters',
    title: '读信会 · 第 8 期',
    week: -2,
    weekday: 3,
    from: '20:00',
    minutes: 90,
    corrected: true,
    people: some(crews.readers, 5, 1),
  },
  {
    project: 'phones',
    title: '视频通话专场',
    week: -9,
    weekday: 6,
    from: '14:00',
    minutes: 120,
    people: ['D0050', ...some(crews.shanghai, 4, 0)],
  },
  { project: 'phones', title: '线上挂号专场', week: -5, weekday: 6, from: '14:00', minutes: 120, people: some(crews.shanghai, 5, 1) },
  {
    project: 'phones',
    title: '缴费与防骗专场',
    week: -1,
    weekday: 6,
    from: '14:00',
    minutes: 120,
    doneSteps: 1,
    people: ['D0050', ...some(crews.shanghai, 4, 2)],
  },
  {
    project: 'bookCorner',
    title: '绘本周 · 小老鼠和大南瓜',
    week: -4,
    weekday: 7,
    from: '13:00',
    minutes: 180,
    mishap: 'phone-empty',
    people: ['D0037', ...some(crews.beijing, 4, 2)],
  },
  {
    project: 'bloodDrive',
    title: '季度献血日',
    week: -11,
    weekday: 5,
    from: '13:00',
    minutes: 240,
    mishap: 'stale-code',
    people: some(crews.donors, 6, 0),
  },
]
