import * as z from 'zod/mini'
import { imageView } from '../file/shapes.ts'
import { id } from '../kernel/id.ts'
import { fen } from '../kernel/quantity.ts'
import { day, field, instant, named, text, whole } from '../kernel/zod.ts'
import { personRef } from '../people/shapes.ts'

/** Where own money is given; never in this app. */
export const claimPlatforms = ['tencent-gongyi', 'alipay', 'other'] as const
export type ClaimPlatform = (typeof claimPlatforms)[number]

/** returned: the person corrects it and sends it again; refunded: the money came back, and the match with it. */
export const claimStates = ['submitted', 'returned', 'approved', 'rejected', 'refunded'] as const
export type ClaimState = (typeof claimStates)[number]

export const MAX_RECEIPTS = 3
const claimId = id('claim')
const amountFen = field(whole(1, 100_000_000), 'Own money given, in fen', 25_000)
const reason = field(z.string(), 'What the operator wrote', '收据上看不到订单号，请补一张完整截图')

export const claimInput = z.object({
  platform: z.enum(claimPlatforms),
  platformName: field(z.nullable(text(40)), 'Name of the platform or charity; only for `other`', '深圳市关爱行动公益基金会'),
  orderNo: field(text(64), 'Order or receipt number as it stands on the receipt', '2026 1118 0042 7715'),
  giftOn: field(day, 'Day of the donation', '2026-11-18'),
  amountFen,
  imageIds: field(z.array(id('file')).check(z.minLength(1), z.maxLength(MAX_RECEIPTS)), 'Own uploads of the receipt, one to three'),
})
export type ClaimInput = z.infer<typeof claimInput>

/** What a claim brings: shown before it is sent, before it is decided and before it is refunded. */
export const claimEffect = named(
  'ClaimEffect',
  'What a claim brings to the person, by the matching policy of the gift’s day and what the person holds now',
  z.object({
    matchFen: field(fen, 'Credit it brings, or takes back when negative', 20_000),
    creditChangeFen: field(fen, 'Change of the credit that can be given', 20_000),
    owedBeforeFen: field(fen, 'Debt before, zero or positive', 0),
    owedAfterFen: field(fen, 'Debt afterwards, zero or positive', 0),
    carriedBeforeFen: field(fen, 'Kept towards the next unit before', 0),
    carriedAfterFen: field(fen, 'Kept towards the next unit afterwards', 5000),
    unitGiftFen: fen,
    unitGrantFen: fen,
    mode: z.enum(['step', 'exact']),
    policyLabel: field(z.string(), 'The version that values it', '2026-1'),
  }),
)
export type ClaimEffect = z.infer<typeof claimEffect>

const facts = {
  id: claimId,
  state: z.enum(claimStates),
  platform: z.enum(claimPlatforms),
  platformName: z.nullable(z.string()),
  giftOn: day,
  amountFen,
  submittedAt: field(instant, 'When it was sent, or sent again'),
}

/** A claim in a list of its person. */
export const claimLine = named(
  'ClaimLine',
  'An own donation that was claimed, as its person sees it in a list',
  z.object({ ...facts, creditFen: field(z.nullable(fen), 'Credit it brought; null before it is approved', 20_000) }),
)
export type ClaimLine = z.infer<typeof claimLine>

/** An own donation (个人捐赠) and its claim (捐赠申报). */
export const claim = named(
  'Claim',
  'The claim of an own donation: its proof, its state and what it brought',
  z.object({
    ...facts,
    orderNo: z.string(),
    images: z.array(imageView),
    reason: z.nullable(reason),
    decidedAt: z.nullable(instant),
    journalId: field(z.nullable(id('journal')), 'The journal that matched it'),
    creditFen: field(z.nullable(fen), 'Credit it brought, debt it paid included', 20_000),
    carriedFen: field(
      z.nullable(whole(-Number.MAX_SAFE_INTEGER)),
      'Of the gift, what was kept towards the next unit; negative where it used what had been kept before',
      5000,
    ),
    refundedAt: z.nullable(instant),
    refundReason: z.nullable(reason),
    refundJournalId: field(z.nullable(id('journal')), 'The journal that took the match back'),
    refundFen: field(z.nullable(fen), 'Credit that was taken back, as a positive figure', 20_000),
    owedFen: field(z.nullable(fen), 'Of that, what became debt', 0),
  }),
)
export type Claim = z.infer<typeof claim>

/** A claim in the queue of operators. */
export const claimQueueLine = named(
  'ClaimQueueLine',
  'A claim as operators see it in their queue',
  z.object({ ...facts, person: personRef, round: field(whole(1), 'How often it was sent', 1) }),
)
export type ClaimQueueLine = z.infer<typeof claimQueueLine>

export const hintKinds = ['like-image', 'same-order', 'same-gift'] as const

/** Something that looks alike: a reason to look twice, never proof. */
export const claimHint = named(
  'ClaimHint',
  'Another claim that looks alike; says its state, and never whose it is',
  z.object({
    kind: field(z.enum(hintKinds), 'A picture alike, the same number in a rejected claim, or the same day and amount of one person'),
    state: z.enum(claimStates),
    samePerson: z.boolean(),
    giftOn: day,
    amountFen,
  }),
)
export type ClaimHint = z.infer<typeof claimHint>

export const claimReview = named(
  'ClaimReview',
  'All an operator needs to decide a claim, or to refund it',
  z.object({
    claim,
    person: personRef,
    round: whole(1),
    decidedBy: z.nullable(personRef),
    effect: field(claimEffect, 'What approving brings; of an approved claim, what a refund takes back'),
    hints: z.array(claimHint),
    own: field(z.boolean(), 'A claim of the person who looks: somebody else decides'),
  }),
)
export type ClaimReview = z.infer<typeof claimReview>
