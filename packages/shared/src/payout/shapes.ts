import * as z from 'zod/mini'
import { fundProjectRef } from '../fund/shapes.ts'
import { id } from '../kernel/id.ts'
import { count, fen } from '../kernel/quantity.ts'
import { field, instant, named, whole } from '../kernel/zod.ts'
import { personRef } from '../people/shapes.ts'
import { payoutProgress, payoutStates } from './rules.ts'

export type PayoutState = (typeof payoutStates)[number]

const head = {
  id: id('payout'),
  fundProject: fundProjectRef,
  charity: field(z.string(), 'Who receives it, as it stood when the batch was built', '贵州省青年志愿服务基金会'),
  state: z.enum(payoutStates),
  amountFen: fen,
  lines: field(count, 'Donations it covers', 38),
  builtAt: instant,
}

export const payoutCard = named('PayoutCard', 'A payout batch in a list', z.object(head))
export type PayoutCard = z.infer<typeof payoutCard>

const step = z.object({ by: personRef, at: instant })

/** A payout batch (拨付): settled donations on their way to the charity. */
export const payout = named(
  'Payout',
  'A payout batch with every step and who took it',
  z.object({
    ...head,
    charityCode: z.string(),
    charityAccount: z.string(),
    built: step,
    approved: z.nullable(step),
    sent: z.nullable(step),
    ended: field(z.nullable(step), 'Confirmed, bounced or cancelled'),
    bankReference: field(z.nullable(z.string()), 'Reference of the bank transfer', '20261121-0088'),
    note: field(z.nullable(z.string()), 'What the charity wrote back, or why it bounced or was cancelled'),
    builtJournalId: id('journal'),
    endJournalId: z.nullable(id('journal')),
    ownWork: field(z.boolean(), 'I built it, so another person approves'),
  }),
)
export type Payout = z.infer<typeof payout>

export const payoutLine = named(
  'PayoutLine',
  'A donation that a payout covers, with the journal that brought it',
  z.object({ lineNo: whole(1), donationId: id('donation'), journalId: id('journal'), amountFen: fen, settledAt: instant }),
)
export type PayoutLine = z.infer<typeof payoutLine>

/** What waits for a batch. */
export const payoutCandidate = named(
  'PayoutCandidate',
  'A fund project with settled donations in no batch yet',
  z.object({
    fundProject: fundProjectRef,
    charity: z.string(),
    donations: field(count, 'Donations in no batch yet', 38),
    amountFen: field(fen, 'What they come to', 420_000),
    since: field(instant, 'When the oldest of them was settled'),
  }),
)
export type PayoutCandidate = z.infer<typeof payoutCandidate>

/** What the giver sees of one part of a donation. */
export const donationPayout = named(
  'DonationPayout',
  'How far a part of my donation has come',
  z.object({
    fundProjectId: id('fundProject'),
    progress: z.enum(payoutProgress),
    paidAt: field(z.nullable(instant), 'When the charity confirmed it'),
    note: field(z.nullable(z.string()), 'What the charity wrote back', '已开具捐赠票据'),
  }),
)
export type DonationPayout = z.infer<typeof donationPayout>
