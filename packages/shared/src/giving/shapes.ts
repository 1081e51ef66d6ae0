import * as z from 'zod/mini'
import { fundProjectRef } from '../fund/shapes.ts'
import { id } from '../kernel/id.ts'
import { count, fen, minutes } from '../kernel/quantity.ts'
import { field, instant, named, whole } from '../kernel/zod.ts'
import { journalKinds } from '../ledger/shapes.ts'
import { policyVersion } from '../policy/shapes.ts'
import { donationStates } from './rules.ts'

export type DonationState = (typeof donationStates)[number]

export const partStates = ['held', 'cancelled', 'settled', 'returned'] as const
export type PartState = (typeof partStates)[number]

/** The largest amount one donation may name: ten million yuan. */
const MAX_FEN = 1_000_000_000
/** More than any policy allows, so that the policy is what refuses. */
const MAX_PARTS = 50

const total = z.union([whole(1, MAX_FEN), z.literal('all')])
export const donationTotal = field(total, 'The whole in fen, or `all` that can be given at the moment of giving', 30_000)

const partsOf = <T extends z.core.$ZodType>(part: T) => z.array(part).check(z.minLength(1), z.maxLength(MAX_PARTS))

export const donateInput = z.object({
  totalFen: donationTotal,
  parts: field(
    z.union([
      partsOf(z.object({ fundProjectId: id('fundProject'), amountFen: field(whole(1, MAX_FEN), 'An amount of its own', 10_000) })),
      partsOf(z.object({ fundProjectId: id('fundProject'), weight: field(whole(1, 1000), 'Its share of the whole', 1) })),
    ]),
    'One part for each fund project: all with an amount, which then sum to the whole, or all with a weight',
  ),
})
export type DonateInput = z.infer<typeof donateInput>

export const partIntended = z.object({ fundProject: fundProjectRef, amountFen: fen })

/** What a donation would be if it was made now. */
export const donationPreview = named(
  'DonationPreview',
  'A donation as it would be made now',
  z.object({
    totalFen: fen,
    parts: z.array(partIntended),
    availableFen: field(fen, 'What can be given before', 160_000),
    availableAfterFen: field(fen, 'What can be given afterwards', 130_000),
    coolingMinutes: minutes,
    undoUntil: field(instant, 'Until then it could be undone'),
  }),
)
export type DonationPreview = z.infer<typeof donationPreview>

export const givingTerms = named(
  'GivingTerms',
  'What I can give, and the terms of giving today',
  z.object({
    availableFen: field(fen, 'Credit that can be given now: the balance, less a debt', 160_000),
    heldFen: field(fen, 'In donations that can still be undone', 0),
    owedFen: field(fen, 'Debt that later credit pays first; zero or positive', 0),
    coolingMinutes: field(minutes, 'A donation can be undone this long', 30),
    minDonationFen: field(fen, 'The least one project may be given', 1),
    maxProjects: field(count, 'Projects one donation may be split over', 10),
    asOf: instant,
  }),
)
export type GivingTerms = z.infer<typeof givingTerms>

export const donationPart = named(
  'DonationPart',
  'What one fund project is given by a donation',
  z.object({
    partNo: whole(1),
    fundProject: fundProjectRef,
    amountFen: fen,
    state: field(z.enum(partStates), 'returned: the project took nothing any more when the cooling time ended'),
  }),
)
export type DonationPart = z.infer<typeof donationPart>

/** A donation (捐赠): credit on its way from a person to fund projects. */
export const donation = named(
  'Donation',
  'Credit given to fund projects: held during the cooling time, then cancelled, settled or returned',
  z.object({
    id: id('donation'),
    state: z.enum(donationStates),
    totalFen: fen,
    heldAt: instant,
    coolsAt: field(instant, 'Until then it can be undone'),
    endedAt: field(z.nullable(instant), 'When it was cancelled, settled or returned'),
    parts: z.array(donationPart),
  }),
)
export type Donation = z.infer<typeof donation>

/** A donation with all that proves it. */
export const donationReceipt = named(
  'DonationReceipt',
  'A donation with its policy version and its journals',
  z.object({
    donation,
    availableFen: field(fen, 'What I can give now', 130_000),
    policy: field(policyVersion, 'Set the cooling time'),
    journals: z.array(z.object({ id: id('journal'), kind: z.enum(journalKinds), recordedAt: instant })),
    asOf: instant,
  }),
)
export type DonationReceipt = z.infer<typeof donationReceipt>
