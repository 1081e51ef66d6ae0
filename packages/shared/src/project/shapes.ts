import * as z from 'zod/mini'
import { id } from '../kernel/id.ts'
import { count, fen, minutes, points } from '../kernel/quantity.ts'
import { day, field, instant, named, text, whole } from '../kernel/zod.ts'
import { branch, personRef } from '../people/shapes.ts'
import { projectStates } from './rules.ts'

/** Fields (领域): thirteen and other. */
export const fields = [
  'tech-for-good',
  'missing-persons',
  'accessibility',
  'cyber-security',
  'special-children',
  'it-literacy',
  'emergency-rescue',
  'poverty-relief',
  'environment',
  'animal-protection',
  'education-aid',
  'elderly-care',
  'community',
  'other',
] as const
export type Field = (typeof fields)[number]

export type ProjectState = (typeof projectStates)[number]
export const sessionStates = ['open', 'cancelled'] as const
export type SessionState = (typeof sessionStates)[number]

export const projectDraft = z.object({
  title: field(text(60, 2), 'Title', '深圳湾红树林净滩'),
  field: z.enum(fields),
  branchId: id('branch'),
  city: field(z.nullable(text(32)), 'City; null for projects on line', '深圳'),
  story: field(text(4000), 'What it is about and why', '每月一次，沿深圳湾步道清理海漂垃圾。'),
  organiser: field(text(60), 'Who organises it', '志愿者协会'),
})
export type ProjectDraft = z.infer<typeof projectDraft>

export const host = named(
  'Host',
  'A host of a project from one day to another; history stays',
  z.object({
    id: id('projectHost'),
    person: personRef,
    part: z.enum(['host', 'co-host']),
    startsOn: day,
    endsOn: z.nullable(day),
  }),
)
export type Host = z.infer<typeof host>

const projectHead = {
  id: id('project'),
  title: z.string(),
  field: z.enum(fields),
  branch,
  city: z.nullable(z.string()),
  state: z.enum(projectStates),
}

export const projectCard = named(
  'ProjectCard',
  'A project in a list',
  z.object({
    ...projectHead,
    organiser: z.string(),
    hosts: z.array(personRef),
    sessionsAhead: count,
    nextSessionAt: z.nullable(instant),
    /** Why the reviewer sent it back; null unless returned. */
    returnReason: z.nullable(z.string()),
  }),
)
export type ProjectCard = z.infer<typeof projectCard>

export const sessionDraft = z.object({
  title: field(text(60, 2), 'Title of the session', '深圳湾红树林净滩 · 第 12 场'),
  startsAt: instant,
  endsAt: instant,
  timeZone: field(text(48), 'IANA time zone of the place', 'Asia/Shanghai'),
  city: field(z.nullable(text(32)), 'City; null when on line', '深圳'),
  place: field(text(120), 'Where to meet, or how to join on line', '深圳湾公园 B 口集合'),
  online: z.boolean(),
  capacity: field(z.nullable(whole(1, 100_000)), 'Places; null for unlimited', 50),
  signupOpensAt: instant,
  signupClosesAt: instant,
  lateCancelAt: field(instant, 'Cancelling after this is recorded as late'),
  bring: field(text(1000, 0), 'What to bring and to know', '长裤、防滑鞋、自带水杯。'),
  privateDetails: field(text(1000, 0), 'Shown only to confirmed people', '集合微信群：见现场海报'),
})
export type SessionDraft = z.infer<typeof sessionDraft>

/** Everything of a session but its places, which move the waitlist and are changed apart. */
export const sessionChange = z.omit(sessionDraft, { capacity: true })
export type SessionChange = z.infer<typeof sessionChange>

export const earnings = named(
  'Earnings',
  'What a full session brings, by today’s policies and without what the person has carried',
  z.object({ minutes, creditFen: fen, points }),
)
export type Earnings = z.infer<typeof earnings>

/** What charity leave (公益假) would mean for a session; said before sign-up. */
export const leaveTerms = named(
  'LeaveTerms',
  'The leave one can ask for to serve a session, by the policies of its day',
  z.object({
    allowanceMinutes: field(minutes, 'Leave of the year of the session; zero when there is none', 480),
    earnsCredit: field(z.boolean(), 'Whether hours served on leave earn credit too'),
  }),
)
export type LeaveTerms = z.infer<typeof leaveTerms>

/** Where the person stands with a session. */
export const myPlace = named(
  'MyPlace',
  'Where the person stands with a session',
  z.object({
    signupId: id('signup'),
    state: z.enum(['confirmed', 'waitlisted', 'cancelled']),
    signedUpAt: instant,
    waitlistPosition: field(z.nullable(whole(1)), 'Place in the queue, from 1; null unless waiting', 3),
  }),
)
export type MyPlace = z.infer<typeof myPlace>

const sessionHead = {
  id: id('session'),
  projectId: id('project'),
  projectTitle: z.string(),
  title: z.string(),
  field: z.enum(fields),
  branch,
  state: z.enum(sessionStates),
  startsAt: instant,
  endsAt: instant,
  timeZone: z.string(),
  city: z.nullable(z.string()),
  place: z.string(),
  online: z.boolean(),
  capacity: z.nullable(count),
  confirmed: field(count, 'Confirmed people', 46),
  waiting: field(count, 'People on the waitlist', 0),
  signupOpensAt: instant,
  signupClosesAt: instant,
}

/** A session in a list. */
export const sessionCard = named('SessionCard', 'A session in a list', z.object(sessionHead))
export type SessionCard = z.infer<typeof sessionCard>

export const session = named(
  'Session',
  'A dated occurrence of a project, as its page shows it',
  z.object({
    ...sessionHead,
    lateCancelAt: instant,
    movedAt: field(z.nullable(instant), 'When its time or place last changed; who signed up before may leave at any time'),
    bring: z.string(),
    privateDetails: field(z.nullable(z.string()), 'Null unless the person is confirmed or hosts it'),
    story: z.string(),
    organiser: z.string(),
    projectState: z.enum(projectStates),
    cancelReason: z.nullable(z.string()),
    hosts: z.array(personRef),
    iHost: z.boolean(),
    earnings,
    leave: leaveTerms,
    mine: z.nullable(myPlace),
  }),
)
export type Session = z.infer<typeof session>

export const review = named(
  'Review',
  'A decision of a branch lead on a project',
  z.object({
    id: id('review'),
    decision: z.enum(['published', 'returned']),
    reason: z.nullable(z.string()),
    reviewer: personRef,
    decidedAt: instant,
  }),
)
export type Review = z.infer<typeof review>

export const project = named(
  'Project',
  'A lasting project with its hosts, reviews and coming sessions',
  z.object({
    ...projectHead,
    organiser: z.string(),
    story: z.string(),
    stateReason: field(z.nullable(z.string()), 'Why it was returned, paused or closed; null while it moves forward'),
    hosts: field(z.array(host), 'All hosts ever, the present ones first'),
    iHost: z.boolean(),
    reviews: field(z.array(review), 'Newest first; empty for people who neither host nor review'),
    sessions: field(z.array(sessionCard), 'The next fifty sessions from now on, then the past ones for its hosts'),
  }),
)
export type Project = z.infer<typeof project>
