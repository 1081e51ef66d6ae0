import * as z from 'zod/mini'
import { count } from '../kernel/quantity.ts'
import { bilingual, field, instant, named } from '../kernel/zod.ts'

/** Parts of the product whose data the proof recounts. */
export const proofAreas = [
  'ledger',
  'seats',
  'attendance',
  'leave',
  'hours',
  'claims',
  'certificates',
  'payouts',
  'donations',
  'points',
] as const
export type ProofArea = (typeof proofAreas)[number]

/** What kind of harm a violation is; each has one meaning and one way on (`proof-words.ts`). */
export const breaches = ['altered', 'sum-off', 'off-policy', 'facts-differ', 'own-deed', 'queue-off'] as const
export type Breach = (typeof breaches)[number]

export const provenInvariant = named(
  'ProvenInvariant',
  'Something that must always hold, and how often it does not',
  z.object({
    name: field(z.string(), 'Short and stable: reports and alarms name it', 'balance-is-sum'),
    area: z.enum(proofAreas),
    title: field(bilingual, 'Its name as people read it'),
    meaning: field(bilingual, 'What holds, in one sentence'),
    looked: field(count, 'Things that were looked at', 216_530),
    things: field(bilingual, 'What they are'),
    breach: field(z.enum(breaches), 'What a violation would be'),
    violations: field(count, 'Things that break it', 0),
  }),
)

export const proof = named(
  'LedgerProof',
  'The result of recounting the ledger',
  z.object({
    checkedAt: instant,
    clean: z.boolean(),
    journals: count,
    entries: count,
    invariants: z.array(provenInvariant),
  }),
)
export type Proof = z.infer<typeof proof>
