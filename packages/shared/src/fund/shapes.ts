import * as z from 'zod/mini'
import { id } from '../kernel/id.ts'
import { count, fen } from '../kernel/quantity.ts'
import { day, field, instant, named, text, whole } from '../kernel/zod.ts'
import { imageView } from '../file/shapes.ts'
import { personRef } from '../people/shapes.ts'
import { fields } from '../project/shapes.ts'
import { fundMoveNames, fundProjectStates } from './rules.ts'

export type FundProjectState = (typeof fundProjectStates)[number]

/** The largest amount a target or a report may name: a hundred million yuan. */
const MAX_FEN = 10_000_000_000

export const fundProjectDraft = z.object({
  name: field(text(60, 2), 'Name', '山区儿童营养午餐'),
  field: z.enum(fields),
  city: field(z.nullable(text(32)), 'Where it helps; null for the whole country', '毕节'),
  summary: field(text(80, 2), 'One sentence for the list', '让山区孩子在学校吃上热乎的午餐'),
  story: field(text(4000), 'What it is about and why', '很多孩子每天步行一小时上学，中午只有冷饭。'),
  effect: field(text(60, 2), 'What one hundred yuan does', '20 份热午餐'),
  charity: field(text(80, 2), 'The charity that receives the money, by its registered name', '贵州省青年志愿服务基金会'),
  charityCode: field(z.nullable(text(18, 18)), 'Its unified social credit code; may follow until it is listed', '53520000MJR1234560'),
  charityAccount: field(
    z.nullable(text(120, 6)),
    'Its bank and account; shown to operators and auditors only',
    '工商银行贵阳分行 2402 0012 3456',
  ),
  coverFileId: field(z.nullable(id('file')), 'Picture; null for none'),
  targetFen: field(z.nullable(whole(1, MAX_FEN)), 'What it hopes to receive, in fen; null for an open end', 50_000_000),
  reportEveryDays: field(whole(30, 730), 'A report is due this often', 180),
})
export type FundProjectDraft = z.infer<typeof fundProjectDraft>

/** Who checks a charity vouches for the very words they compared with its papers. */
export const fundMoveInput = z
  .object({
    move: z.enum(fundMoveNames),
    reason: z.optional(text(300)),
    charityShown: field(
      z.optional(z.pick(fundProjectDraft, { charity: true, charityCode: true, charityAccount: true })),
      'The charity as it was looked at; a check needs it, and is refused when it was changed since',
    ),
  })
  .check(z.refine(({ move, charityShown }) => move !== 'check' || charityShown !== undefined, { path: ['charityShown'] }))
export type FundMoveInput = z.infer<typeof fundMoveInput>

/** Enough to name a fund project on other screens. */
export const fundProjectRef = named(
  'FundProjectRef',
  'A fund project by name',
  z.object({ id: id('fundProject'), name: z.string(), state: z.enum(fundProjectStates) }),
)
export type FundProjectRef = z.infer<typeof fundProjectRef>

const head = {
  id: id('fundProject'),
  name: z.string(),
  state: z.enum(fundProjectStates),
  field: z.enum(fields),
  city: z.nullable(z.string()),
  summary: z.string(),
  effect: field(z.string(), 'What one hundred yuan does', '20 份热午餐'),
  charity: z.string(),
  cover: z.nullable(imageView),
  targetFen: z.nullable(fen),
}

export const fundProjectCard = named(
  'FundProjectCard',
  'A fund project in a list',
  z.object({ ...head, receivedFen: field(fen, 'Credit it was given, settled donations only', 1_860_000) }),
)
export type FundProjectCard = z.infer<typeof fundProjectCard>

/** The same for the desk, with what the operators wait for. */
export const managedFundProject = named(
  'ManagedFundProject',
  'A fund project in the operators’ list',
  z.object({ ...fundProjectCard.shape, leftFen: field(fen, 'Received and in no payout', 420_000), reportDueOn: z.nullable(day) }),
)
export type ManagedFundProject = z.infer<typeof managedFundProject>

export const transparency = named(
  'Transparency',
  'Where the money of a fund project is, read from the ledger',
  z.object({
    receivedFen: field(fen, 'Settled donations', 1_860_000),
    paidFen: field(fen, 'Paid out, and confirmed by the charity', 1_200_000),
    onItsWayFen: field(fen, 'In a payout that the charity has not confirmed yet', 240_000),
    leftFen: field(fen, 'Not in any payout yet', 420_000),
    spentFen: field(fen, 'What the charity reported to have used', 960_000),
    givers: field(count, 'People who gave', 128),
    reports: field(count, 'Reports published', 3),
    lastReportOn: field(z.nullable(day), 'Day of the newest report; null before the first'),
    asOf: instant,
  }),
)
export type Transparency = z.infer<typeof transparency>

/** What only operators and auditors see. */
const backOffice = z.object({
  charityAccount: z.nullable(z.string()),
  reportEveryDays: count,
  createdBy: personRef,
  createdAt: instant,
  checkedBy: z.nullable(personRef),
  checkedAt: z.nullable(instant),
  ownWork: field(z.boolean(), 'I brought it in or wrote its charity, so another person checks it'),
})

export const fundProject = named(
  'FundProject',
  'A fund project with where its money is',
  z.object({
    ...head,
    story: z.string(),
    charityCode: z.nullable(z.string()),
    stateReason: field(
      z.nullable(z.string()),
      'Why it was returned, paused or closed; null while it moves forward, and when it was paused because its report is overdue',
    ),
    listedAt: z.nullable(instant),
    reportDueOn: field(z.nullable(day), 'The next report is due on this day; null before it is listed'),
    transparency,
    backOffice: field(z.nullable(backOffice), 'Null unless the reader is an operator or auditor'),
  }),
)
export type FundProject = z.infer<typeof fundProject>

export const fundReportDraft = z.object({
  title: field(text(60, 2), 'Title', '第三季度反馈：1,240 份午餐'),
  text: field(text(4000), 'What was done and what came of it', '九月起三所学校开餐……'),
  periodFrom: day,
  periodUntil: field(day, 'Last day, included'),
  spentFen: field(whole(0, MAX_FEN), 'What was used in this time, in fen', 360_000),
  imageIds: field(z.array(id('file')).check(z.maxLength(9)), 'Pictures, in order'),
})
export type FundReportDraft = z.infer<typeof fundReportDraft>

export const fundReport = named(
  'FundReport',
  'What a charity reported on the use of the money (反馈)',
  z.object({
    id: id('fundReport'),
    fundProjectId: id('fundProject'),
    title: z.string(),
    text: z.string(),
    periodFrom: day,
    periodUntil: day,
    spentFen: fen,
    images: z.array(imageView),
    publishedAt: instant,
  }),
)
export type FundReport = z.infer<typeof fundReport>
