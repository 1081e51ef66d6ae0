import { handlers } from '@yijian/api/server'
import { addDays, addMinutes, shanghaiDay, shanghaiInstant } from '@yijian/shared/kernel/time'
import { lastYearOf } from './last-year.ts'
import type { Moment, World } from './world.ts'

const operator = 'D0018'
/** Of departments that none of the nominees is of. */
const judges = ['D0003', 'D0029'] as const
const weights = { innovation: 30, impact: 30, uniqueness: 20, sustainability: 20 }

type Marks = readonly [innovation: number, impact: number, uniqueness: number, sustainability: number]

interface Wish {
  nominee: string
  by: string
  reason: string
  /** Left out: they have not answered. */
  answer?: 'accepted' | 'declined'
  /** By judge, in their order; null where one has not scored yet. */
  marks?: readonly (Marks | null)[]
  /** What is published where they win. */
  honour?: string
}

const chosen: readonly Wish[] = [
  {
    nominee: 'D0024',
    by: 'D0007',
    reason: '她让产品经理第一次听着读屏用自己的应用，三个月里改了四十七处。',
    answer: 'accepted',
    marks: [
      [9, 9, 8, 9],
      [9, 8, 9, 8],
    ],
    honour: '把视障伙伴请进产品评审，体验官机制已被六个业务团队采用，四十七处障碍被修复。',
  },
  {
    nominee: 'D0022',
    by: 'D0020',
    reason: '每周六下午雷打不动，乡村学校的孩子写出了第一个小程序。',
    answer: 'accepted',
    marks: [
      [8, 8, 8, 9],
      [8, 9, 7, 9],
    ],
    honour: '远程编程课覆盖五所乡村学校，课程包开源给公益同行，志愿讲师可以接力上课。',
  },
  {
    nominee: 'D0040',
    by: 'D0041',
    reason: '把防诈骗课讲成了街坊爱听的评书，社区民警都来学。',
    answer: 'accepted',
    marks: [
      [7, 8, 7, 7],
      [7, 7, 8, 7],
    ],
  },
]

const running: readonly Wish[] = [
  {
    nominee: 'D0012',
    by: 'D0020',
    reason: '核查了两百多条寻人线索，帮三个家庭等到了电话。',
    answer: 'accepted',
    marks: [[9, 9, 8, 8], null],
  },
  {
    nominee: 'D0057',
    by: 'D0057',
    reason: '旧电脑焕新计划今年送出第一百台，我想把方法带到更多城市。',
    marks: [[7, 8, 7, 8], null],
  },
  { nominee: 'D0046', by: 'D0050', reason: '陪社区老人学手机，她编的大字手册被三个街道翻印。', answer: 'accepted' },
  { nominee: 'D0026', by: 'D0025', reason: '数字化陪跑半年，机构的报名表终于不用手抄了。', answer: 'declined' },
  { nominee: 'D0031', by: 'D0016', reason: '献血互助日从一张签到表做到全楼响应。' },
]

/** The award of last year, whose leaders are published, and that of this year, which the jury is scoring. */
export function awards(world: World): Moment[] {
  const year = lastYearOf(world)
  const on = (monthDay: string, time = '10:00') => shanghaiInstant(`${year}-${monthDay}`, time)
  const last = cycleOf(world, chosen)
  const now = cycleOf(world, running)
  const ago = (days: number) => addMinutes(world.now, -days * 1440)
  const day = (days: number) => shanghaiDay(ago(days))
  const past = [
    { at: on('11-20'), happens: () => last.announce({ year, opens: `${year}-12-01`, closes: `${year}-12-10`, scored: `${year}-12-20` }) },
    { at: on('12-03'), happens: last.nominate },
    { at: on('12-05'), happens: last.answer },
    // The dossiers are drawn behind the first moment after the last day of nominations.
    { at: on('12-11', '01:00'), happens: async () => {} },
    { at: on('12-15'), happens: last.score },
    { at: on('12-21'), happens: last.propose },
    { at: shanghaiInstant(`${year + 1}-01-05`, '10:00'), happens: last.publish },
  ]
  const present = [
    { at: ago(25), happens: () => now.announce({ year: year + 1, opens: day(24), closes: day(6), scored: addDays(day(0), 9) }) },
    { at: ago(15), happens: now.nominate },
    { at: ago(12), happens: now.answer },
    { at: ago(5), happens: async () => {} },
    { at: ago(2), happens: now.score },
  ]
  return [...past, ...present].filter(({ at }) => at < world.now)
}

/** The steps of one cycle; who hosted nothing in its year, as in the first weeks of one, cannot be nominated and is left out. */
function cycleOf({ cast }: World, wishes: readonly Wish[]) {
  let cycleId = ''
  const nominations = new Map<Wish, string>()
  const params = () => ({ cycleId })
  const idOf = async (employeeNo: string) => (await cast.person(employeeNo)).employeeId

  return {
    announce: async ({ year, opens, closes, scored }: { year: number; opens: string; closes: string; scored: string }) => {
      const judgeIds = await Promise.all(judges.map(idOf))
      const days = { nominationOpensOn: opens, nominationClosesOn: closes, frozenOn: closes, scoringClosesOn: scored, publicityDays: 7 }
      const body = { year, places: 2, weights, minScores: 2, ...days, judgeIds }
      cycleId = (await handlers.createCycle(await cast.as(operator), { body })).id
    },
    nominate: async () => {
      const { items } = await handlers.listCandidates(await cast.as(operator), { params: params(), query: { limit: 100 } })
      for (const wish of wishes) {
        const nomineeId = await idOf(wish.nominee)
        if (!items.some(({ person }) => person.id === nomineeId)) continue
        const body = { nomineeId, kind: wish.by === wish.nominee ? ('self' as const) : ('peer' as const), reason: wish.reason }
        nominations.set(wish, (await handlers.nominate(await cast.as(wish.by), { params: params(), body })).id)
      }
    },
    answer: async () => {
      for (const [{ nominee, answer }, nominationId] of nominations)
        if (answer !== undefined) await handlers.answerNomination(await cast.as(nominee), { params: { nominationId }, body: { answer } })
    },
    score: async () => {
      for (const [{ marks = [] }, nominationId] of nominations)
        for (const [index, given] of marks.entries()) {
          if (given === null) continue
          const [innovation, impact, uniqueness, sustainability] = given
          const body = { marks: { innovation, impact, uniqueness, sustainability }, comment: '材料扎实，事实与账本一致。' }
          await handlers.scoreNomination(await cast.as(judges[index] ?? judges[0]), { params: { nominationId }, body })
        }
    },
    propose: async () => {
      const { items } = await handlers.getRanking(await cast.as(operator), { params: params() })
      const honours = new Map([...nominations].map(([{ honour = '' }, nominationId]) => [nominationId, honour]))
      const leaders = items
        .filter(({ wins }) => wins)
        .map(({ nomination }) => ({ nominationId: nomination.id, reason: honours.get(nomination.id) ?? '' }))
      await handlers.proposeLeaders(await cast.as(operator), { params: params(), body: { leaders } })
    },
    publish: async () => void (await handlers.publishLeaders(await cast.as(operator), { params: params() })),
  }
}
