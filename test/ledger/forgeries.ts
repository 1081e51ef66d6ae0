import { type Ctx } from '@yijian/api/core/context'
import { type JournalDraft, post } from '@yijian/api/ledger/index'
import type { JournalKind } from '@yijian/shared/ledger/shapes'
import { STEP_DAY } from './deeds.ts'
import type { Victims } from './victims.ts'

/** A journal that balances and is posted by the writer itself, with hash, balances and months in order, and is wrong all the same. */
export interface Forgery {
  name: string
  post: (ctx: Ctx, v: Victims) => Promise<unknown>
  caughtBy: string[]
}

type Amounts = Record<string, number>

function forge(ctx: Ctx, v: Victims, amounts: Amounts, more: Partial<JournalDraft> = {}): Promise<unknown> {
  const draft: JournalDraft = {
    kind: 'hours-issued',
    sourceId: 'att_0000000000009',
    servedOn: STEP_DAY,
    policyIds: [v.matching, v.points],
    scope: 'forged',
    idempotencyKey: 'forged',
    asked: {},
    entries: Object.entries(amounts).map(([account, amount]) => ({ account, amount })),
    ...more,
  }
  return post(ctx, [draft])
}

const hours = (person: string, minutes: number): Amounts => ({ [`${person}/hours`]: minutes, 'system/hours': -minutes })
const carried = (person: string, minutes: number): Amounts => ({ [`${person}/carry-hours`]: minutes, 'system/carry-hours': -minutes })
const matched = (person: string, minutes: number): Amounts => ({ [`${person}/matched-hours`]: minutes, 'system/carry-hours': -minutes })
const credit = (person: string, fen: number): Amounts => ({ [`${person}/credit`]: fen, 'system/credit': -fen })
const gift = (person: string, fen: number): Amounts => ({ [`${person}/gift`]: fen, 'system/gift': -fen })
const matchedGift = (person: string, fen: number): Amounts => ({ [`${person}/matched-gift`]: fen, 'system/carry-gift': -fen })
const points = (person: string, amount: number): Amounts => ({ [`${person}/points`]: amount, 'system/points': -amount })

export const forgeries: Forgery[] = [
  {
    name: 'credit out of nothing',
    post: (ctx, v) => forge(ctx, v, credit(v.idle, 10_000)),
    caughtBy: ['order-does-not-matter', 'credit-earned'],
  },
  {
    name: 'credit out of nothing, under a kind of its own',
    post: (ctx, v) => forge(ctx, v, credit(v.idle, 10_000), { kind: 'grace' as JournalKind, policyIds: [] }),
    caughtBy: ['kind-on-chart'],
  },
  {
    name: 'credit out of nothing, as points of a task',
    post: (ctx, v) => forge(ctx, v, credit(v.idle, 10_000), { kind: 'points-earned', policyIds: [] }),
    caughtBy: ['kind-on-chart'],
  },
  {
    name: 'credit out of nothing, as the match of a donation nobody gave',
    post: (ctx, v) => forge(ctx, v, credit(v.idle, 10_000), { kind: 'gift-matched' }),
    caughtBy: ['gift-matched', 'gift-order-does-not-matter'],
  },
  {
    name: 'twice the credit for a donation',
    post: (ctx, v) =>
      forge(ctx, v, { ...gift(v.idle, 10_000), ...matchedGift(v.idle, 10_000), ...credit(v.idle, 20_000) }, { kind: 'gift-matched' }),
    caughtBy: ['gift-matched', 'gift-order-does-not-matter'],
  },
  {
    name: 'one person’s donation, another’s credit',
    post: (ctx, v) =>
      forge(ctx, v, { ...gift(v.idle, 10_000), ...matchedGift(v.idle, 10_000), ...credit(v.one, 10_000) }, { kind: 'gift-matched' }),
    caughtBy: ['gift-matched'],
  },
  {
    name: 'a donation valued by no version',
    post: (ctx, v) =>
      forge(
        ctx,
        v,
        { ...gift(v.idle, 10_000), ...matchedGift(v.idle, 10_000), ...credit(v.idle, 10_000) },
        { kind: 'gift-matched', policyIds: [] },
      ),
    caughtBy: ['gift-matched'],
  },
  {
    name: 'a full unit of a donation kept from being paid',
    post: (ctx, v) =>
      forge(ctx, v, { ...gift(v.idle, 10_000), [`${v.idle}/carry-gift`]: 10_000, 'system/carry-gift': -10_000 }, { kind: 'gift-matched' }),
    caughtBy: ['gift-order-does-not-matter'],
  },
  {
    name: 'a refund of less than was given back',
    post: async (ctx, v) => {
      const given = { ...gift(v.idle, 10_000), ...matchedGift(v.idle, 10_000), ...credit(v.idle, 10_000) }
      const of = { kind: 'gift-matched', sourceId: 'clm_0000000000009' } as const
      const [posted] = (await forge(ctx, v, given, of)) as [{ journalId: string }]
      const back = {
        ...gift(v.idle, -5_000),
        [`${v.idle}/carry-gift`]: 5_000,
        [`${v.idle}/matched-gift`]: -10_000,
        'system/carry-gift': 5_000,
      }
      const refund = { kind: 'gift-refunded', idempotencyKey: 'refund', reverses: posted.journalId, sourceId: of.sourceId } as const
      return forge(ctx, v, { ...back, ...credit(v.idle, -10_000) }, refund)
    },
    caughtBy: ['reversal-mirrors'],
  },
  {
    name: 'a donation undone for less than was set aside',
    post: async (ctx, v) => {
      const aside = (fen: number) => ({ [`${v.one}/credit`]: -fen, [`${v.one}/credit-held`]: fen })
      const of = { kind: 'donation-held', sourceId: 'don_0000000000009', policyIds: [] } as const
      const [posted] = (await forge(ctx, v, aside(5_000), of)) as [{ journalId: string }]
      const undone = { ...of, kind: 'donation-released', idempotencyKey: 'undone', reverses: posted.journalId } as const
      return forge(ctx, v, aside(-4_000), undone)
    },
    caughtBy: ['reversal-mirrors'],
  },
  {
    name: 'twice the credit for an hour',
    post: (ctx, v) => forge(ctx, v, { ...hours(v.idle, 60), ...matched(v.idle, 60), ...credit(v.idle, 20_000) }),
    caughtBy: ['order-does-not-matter', 'credit-earned'],
  },
  {
    name: 'credit for minutes that were never served',
    post: (ctx, v) => forge(ctx, v, { ...hours(v.idle, 60), ...matched(v.idle, 120), ...credit(v.idle, 20_000) }),
    caughtBy: ['credit-earned'],
  },
  {
    name: 'half a unit matched in step mode',
    post: (ctx, v) => forge(ctx, v, { ...hours(v.idle, 30), ...matched(v.idle, 30), ...credit(v.idle, 5_000) }),
    caughtBy: ['order-does-not-matter', 'credit-earned'],
  },
  {
    name: 'one person’s hours, another’s credit',
    post: (ctx, v) => forge(ctx, v, { ...hours(v.idle, 60), ...matched(v.idle, 60), ...credit(v.one, 10_000) }),
    caughtBy: ['credit-earned'],
  },
  {
    name: 'a full unit kept from being paid',
    post: (ctx, v) => forge(ctx, v, { ...hours(v.idle, 60), ...carried(v.idle, 60) }),
    caughtBy: ['order-does-not-matter'],
  },
  {
    name: 'a fen too many in exact mode',
    post: (ctx, v) =>
      forge(
        ctx,
        v,
        { ...hours(v.idle, 1), ...matched(v.idle, 1), ...credit(v.idle, 167) },
        { servedOn: '2090-06-01', policyIds: [v.exactMatching, v.points] },
      ),
    caughtBy: ['order-does-not-matter'],
  },
  { name: 'points out of nothing', post: (ctx, v) => forge(ctx, v, points(v.idle, 20)), caughtBy: ['points-earned'] },
  {
    name: 'points for half an hour',
    post: (ctx, v) => forge(ctx, v, { ...hours(v.idle, 30), ...carried(v.idle, 30), ...points(v.idle, 20) }),
    caughtBy: ['points-earned'],
  },
  {
    name: 'an hour valued by the version of another year',
    post: (ctx, v) =>
      forge(
        ctx,
        v,
        { ...hours(v.idle, 60), ...matched(v.idle, 60), ...credit(v.idle, 10_000) },
        { policyIds: [v.exactMatching, v.points] },
      ),
    caughtBy: ['version-in-force'],
  },
  {
    name: 'an hour valued by no version',
    post: (ctx, v) => forge(ctx, v, { ...hours(v.idle, 60), ...matched(v.idle, 60), ...credit(v.idle, 10_000) }, { policyIds: [] }),
    caughtBy: ['credit-earned'],
  },
  {
    name: 'a reversal that takes back less',
    post: (ctx, v) =>
      forge(
        ctx,
        v,
        { ...hours(v.one, -60), ...matched(v.one, -60), ...credit(v.one, -10_000), ...points(v.one, -20) },
        { reverses: v.journal, kind: 'hours-corrected' },
      ),
    caughtBy: ['reversal-exact'],
  },
  {
    name: 'a reversal that takes the hours and leaves the points',
    post: async (ctx, v) => {
      const [row] = (await ctx.db.execute(`SELECT source_id FROM ledger_journal WHERE id = '${v.journal}'`))[0] as unknown as {
        source_id: string
      }[]
      const amounts = {
        ...hours(v.one, -90),
        [`${v.one}/carry-hours`]: 30,
        [`${v.one}/matched-hours`]: -120,
        'system/carry-hours': 90,
        ...credit(v.one, -20_000),
      }
      return forge(ctx, v, amounts, { reverses: v.journal, kind: 'hours-corrected', sourceId: row?.source_id ?? '' })
    },
    caughtBy: ['reversal-exact'],
  },
]
