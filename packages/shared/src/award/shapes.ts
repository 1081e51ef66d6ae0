import * as z from 'zod/mini'
import { id } from '../kernel/id.ts'
import { count, minutes } from '../kernel/quantity.ts'
import { day, field, instant, named, text, whole } from '../kernel/zod.ts'
import { branch, personRef } from '../people/shapes.ts'
import { conflicts, phases, weightsComplete } from './rules.ts'

const share = whole(0, 100)
/** Weights of the four dimensions in hundredths. */
export const weights = named(
  'AwardWeights',
  'Shares of the four dimensions in percent; they sum to 100',
  z
    .object({ innovation: share, impact: share, uniqueness: share, sustainability: share })
    .check(z.refine(weightsComplete, 'The four shares sum to 100')),
)
const mark = whole(1, 10)
export const marks = named(
  'AwardMarks',
  'What one judge gives, 1 to 10 each',
  z.object({ innovation: mark, impact: mark, uniqueness: mark, sustainability: mark }),
)

export const createCycleInput = z.object({
  year: field(whole(2000, 2100), 'The year whose hosts are honoured', 2026),
  places: field(whole(1, 100), 'How many leaders there may be', 11),
  weights,
  minScores: field(whole(1, 20), 'Judges that must have scored somebody who wins', 2),
  nominationOpensOn: day,
  nominationClosesOn: field(day, 'The last day of nominations, and of answers to them'),
  frozenOn: field(day, 'Dossiers say what the ledger said at the end of this day'),
  scoringClosesOn: field(day, 'The last day of scores'),
  publicityDays: field(whole(1, 60), 'How long the list hangs out before it is published', 7),
  judgeIds: z.array(id('employee')).check(z.minLength(1), z.maxLength(50)),
})
export type CreateCycleInput = z.infer<typeof createCycleInput>

/** A yearly cycle of the award 益践领袖. */
export const cycle = named(
  'AwardCycle',
  'One year of the award: dates, weights, jury and where it stands',
  z.object({
    id: id('cycle'),
    year: createCycleInput.shape.year,
    places: createCycleInput.shape.places,
    weights,
    minScores: createCycleInput.shape.minScores,
    nominationOpensOn: day,
    nominationClosesOn: day,
    frozenOn: day,
    scoringClosesOn: day,
    publicityDays: createCycleInput.shape.publicityDays,
    publicityEndsAt: z.nullable(instant),
    publishedAt: z.nullable(instant),
    phase: z.enum(phases),
    judges: z.array(personRef),
    sits: field(z.boolean(), 'Whether I am on the jury'),
  }),
)
export type Cycle = z.infer<typeof cycle>

/** What the ledger said of a host at the end of the frozen day (材料). */
export const dossier = named(
  'AwardDossier',
  'What the ledger says of a host in the year, as of the frozen day',
  z.object({
    asOf: day,
    ownMinutes: field(minutes, 'Volunteer minutes of the host in the year', 2400),
    sessions: field(count, 'Sessions of the host with issued hours', 12),
    personTimes: field(count, 'Person and session pairs with issued hours', 240),
    volunteerMinutes: field(minutes, 'Minutes issued in those sessions, those of the host left out', 43_200),
    projects: z.array(z.object({ id: id('project'), title: z.string(), sessions: count, personTimes: count, volunteerMinutes: minutes })),
  }),
)
export type Dossier = z.infer<typeof dossier>

/** A host of the year who may be nominated. */
export const candidate = named(
  'AwardCandidate',
  'A host with an issued session in the year',
  z.object({ person: personRef, sessions: field(count, 'Sessions with issued hours in the year', 12), nominated: z.boolean() }),
)
export type Candidate = z.infer<typeof candidate>

export const nominationStates = ['proposed', 'accepted', 'declined'] as const
export const nominationKinds = ['self', 'peer', 'branch'] as const

export const nominateInput = z.object({
  nomineeId: id('employee'),
  kind: z.enum(nominationKinds),
  branchId: field(z.optional(id('branch')), 'For a nomination in the name of a branch'),
  reason: field(text(1000, 10), 'Why this person'),
})
export type NominateInput = z.infer<typeof nominateInput>

/** A nomination (提名) as its reader may see it. */
export const nomination = named(
  'AwardNomination',
  'A nomination; dossier and scores only for who may read them',
  z.object({
    id: id('nomination'),
    cycleId: id('cycle'),
    nominee: personRef,
    nominator: personRef,
    kind: z.enum(nominationKinds),
    branch: z.nullable(branch),
    reason: z.string(),
    state: z.enum(nominationStates),
    nominatedAt: instant,
    dossier: field(z.nullable(dossier), 'Null until nominations are closed'),
    conflict: field(z.nullable(z.enum(conflicts)), 'Why I, as a judge, may not score; null when I may'),
    myMarks: field(z.nullable(z.object({ ...marks.shape, comment: z.string() })), 'What I gave, as a judge'),
  }),
)
export type Nomination = z.infer<typeof nomination>

export const scoreInput = z.object({ marks, comment: text(500, 0) })
export type ScoreInput = z.infer<typeof scoreInput>

export const rankedNomination = named(
  'AwardRanking',
  'A place in the ranking',
  z.object({
    nomination,
    rank: whole(1),
    judges: count,
    meanThousandths: field(whole(0), 'Mean of the weighed marks, in thousandths of the 1,000 that are possible', 812_500),
    complete: field(z.boolean(), 'Whether enough judges scored'),
    wins: field(z.boolean(), 'Whether the places reach this far'),
  }),
)
export type RankedNomination = z.infer<typeof rankedNomination>

export const proposeInput = z.object({
  leaders: z.array(z.object({ nominationId: id('nomination'), reason: text(500, 10) })).check(z.minLength(1), z.maxLength(120)),
})
export type ProposeInput = z.infer<typeof proposeInput>

/** A leader of the year (益践领袖), on the list that hangs out or published. */
export const leader = named(
  'AwardLeader',
  'A leader of the year, with the reason and what the ledger says',
  z.object({
    nominationId: id('nomination'),
    year: whole(2000),
    person: personRef,
    rank: whole(1),
    reason: z.string(),
    dossier,
    publishedAt: z.nullable(instant),
  }),
)
export type Leader = z.infer<typeof leader>

export const objectionInput = z.object({ nominationId: id('nomination'), reason: text(1000, 10) })

/** An objection (异议) against a name on the list; only operators and its author read it. */
export const objection = named(
  'AwardObjection',
  'An objection against a name on the list',
  z.object({
    id: id('objection'),
    nominationId: id('nomination'),
    against: personRef,
    by: field(personRef, 'Who objects; seen by operators only'),
    reason: z.string(),
    state: z.enum(['open', 'upheld', 'dismissed']),
    decision: field(z.nullable(z.string()), 'Why it was upheld or dismissed'),
    raisedAt: instant,
    decidedAt: z.nullable(instant),
  }),
)
export type Objection = z.infer<typeof objection>
