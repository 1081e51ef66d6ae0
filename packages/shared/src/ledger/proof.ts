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

/** So many of what breaks an invariant are named; how many there are is counted. */
export const EXAMPLES = 5

export const brokenExample = named(
  'BrokenExample',
  'One thing that breaks an invariant: ids and figures as the ledger keeps them, never a name',
  z.object({
    id: field(z.string(), 'Its id, or the path of the account', 'emp_0d3k9x2m4q7rt/credit'),
    part: field(
      z.nullable(z.string()),
      'Which part of it: further ids, a month and kind, or the column that is off, with spaces between',
      'balance',
    ),
    expected: field(
      z.nullable(z.string()),
      'What should stand there, in minutes, fen, points or as it is; null where that is not told',
      '30000',
    ),
    found: field(z.nullable(z.string()), 'What stands there', '30100'),
  }),
)
export type BrokenExample = z.infer<typeof brokenExample>

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
    examples: field(z.array(brokenExample).check(z.maxLength(EXAMPLES)), 'The first of them by id; empty while it holds', []),
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
/** What was found of one invariant. */
export type Findings = Pick<Proof['invariants'][number], 'violations' | 'examples'>
