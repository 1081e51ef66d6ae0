import * as z from 'zod/mini'
import { id } from '../kernel/id.ts'
import { count, fen, minutes } from '../kernel/quantity.ts'
import { field, instant, named, whole } from '../kernel/zod.ts'
import { personRef } from '../people/shapes.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const badgeCode = field(z.string(), 'first-activity, first-hosted, first-donation, minutes-<total>, or leader-<year>', 'minutes-600')

/** A badge (徽章): a pure function of ledger facts, kept as a projection and suspended with its facts. */
export const badge = named(
  'Badge',
  'A badge with its progress; suspended when the facts are reversed',
  z.object({
    code: badgeCode,
    name: words,
    rule: field(words, 'How it is earned'),
    unlockedAt: z.nullable(instant),
    progress: field(
      z.object({ have: whole(0), need: whole(1), unit: z.enum(['minutes', 'sessions', 'donations', 'titles']) }),
      'How far the person is',
    ),
  }),
)
export type Badge = z.infer<typeof badge>

/** A badge as colleagues see it: without progress, which would tell the hours behind it. */
export const shownBadge = named(
  'ShownBadge',
  'An unlocked badge as colleagues see it',
  z.object({ code: badgeCode, name: words, rule: words, unlockedAt: instant }),
)
export type ShownBadge = z.infer<typeof shownBadge>

/** What an honour page can show; each is asked for by itself and hidden until then. */
export const honourField = z.enum(['hours', 'sessions', 'badges', 'hosting', 'donated', 'leader'])
export type HonourField = z.infer<typeof honourField>
export const honourFields: readonly HonourField[] = honourField.options

export const honourConsent = named(
  'HonourConsent',
  'Whether colleagues see a field of my honour page',
  z.object({ field: honourField, shownSince: field(z.nullable(instant), 'Null while it is hidden') }),
)
export type HonourConsent = z.infer<typeof honourConsent>

const hostedProject = z.object({ id: id('project'), title: z.string() })
const minutesSum = field(minutes, 'Minutes issued, to date', 2190)
const sessionsSum = field(count, 'Sessions with hours issued, to date', 14)
const leaderYears = field(z.array(whole(2000, 2100)), 'Years the person was a leader of (益践领袖)', [2026])
const donatedSum = field(fen, 'Credit given to fund projects, to date', 205_000)

export const myHonour = named(
  'MyHonour',
  'My honour page: all fields, and which of them colleagues see',
  z.object({
    person: personRef,
    minutes: minutesSum,
    sessions: sessionsSum,
    donatedFen: donatedSum,
    leaderYears,
    projects: field(z.array(hostedProject), 'Published projects I host or hosted, the newest first, at most twelve'),
    consents: z.array(honourConsent),
    asOf: instant,
  }),
)
export type MyHonour = z.infer<typeof myHonour>

/** Hidden and nothing to show look the same, so that a hidden field tells nothing. */
export const colleagueHonour = named(
  'ColleagueHonour',
  'The honour page of a colleague; null is a field that is not shown',
  z.object({
    person: personRef,
    minutes: z.nullable(minutesSum),
    sessions: z.nullable(sessionsSum),
    donatedFen: z.nullable(donatedSum),
    leaderYears: z.nullable(leaderYears),
    projects: z.nullable(z.array(hostedProject)),
    badges: z.nullable(z.array(shownBadge)),
    asOf: instant,
  }),
)
export type ColleagueHonour = z.infer<typeof colleagueHonour>

export const poster = named(
  'Poster',
  'A picture to save and send on',
  z.object({
    type: z.literal('image/png'),
    base64: field(z.string(), 'The picture'),
    width: whole(1),
    height: whole(1),
    code: field(z.enum(['mini-program', 'web']), 'What the code on it opens; web where no mini-program is set up'),
  }),
)
export type Poster = z.infer<typeof poster>
