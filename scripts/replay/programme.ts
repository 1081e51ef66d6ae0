import { addDays, addMinutes, shanghaiInstant } from '@yijian/shared/kernel/time'
import { defaultPolicies } from '@yijian/shared/policy/shapes'
import { type Field, fields } from '@yijian/shared/project/shapes'
import { Sentence } from '../lib/sentence.mjs'
import type { Description, Published } from './description.ts'
import { type Random, seededRandom } from './random.ts'
import type { StaffMember } from './staff.ts'
import { branches, themes } from './words.ts'

export interface PlannedProject {
  title: string
  field: Field
  branch: string
  city: string
  /** Staff number. */
  host: string
}

export interface PlannedSession {
  project: PlannedProject
  title: string
  /** The session that brings its project into being. */
  first: boolean
  startsAt: Date
  /** Of the session; the longest anybody serves in it. */
  minutes: number
  people: string[]
  /** Those who serve less than the whole session, with their minutes. */
  shorter: ReadonlyMap<string, number>
  /** Those who take half a day of charity leave for it. */
  onLeave: string[]
}

export interface Programme {
  /** In order of time. */
  sessions: PlannedSession[]
  /** Credit given on, by whom; each gives once. */
  gifts: { who: string; fen: number }[]
  /** Hosts who become leaders of the year. */
  leaders: string[]
  /** Volunteers who have something of the shop. */
  shoppers: string[]
  /** Lead of each branch, by its code. */
  leads: Map<string, string>
  roles: Roles
}

/** Staff numbers of those who run the programme; none of them volunteers. */
export interface Roles {
  operator: string
  /** A second operator: what one does the other looks at. */
  checker: string
  hr: string
  auditor: string
  judges: string[]
}

/** Sessions lie from the third of February on. */
const SEASON = { from: '02-03', days: 320 } as const
const clocks = ['09:00', '14:00', '19:00'] as const
const JUDGES = 3
/** What the one thing of the shop costs: the points of an hour. */
export const PRICE_POINTS = 20

/** The same year in every run: who hosts what, where and when, who goes there, and who gives what they earned. */
export function planProgramme(description: Description, staff: readonly StaffMember[]): Programme {
  const { programme, year } = description
  const random = seededRandom(year + 1)
  const everybody = random.shuffled(staff)
  const volunteers = everybody.slice(0, programme.volunteers)
  const others = everybody.slice(programme.volunteers)
  const projects = planProjects(description, volunteers, random)
  const sessions = planSessions({ description, projects, volunteers, random })
  planLeave(sessions, programme.halfDaysOfLeave)
  const takeOther = () => {
    const other = others.pop()
    if (other === undefined) throw new Sentence('There are too few people besides the volunteers for leads and roles.')
    return other.employeeNo
  }
  return {
    sessions: sessions.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()),
    gifts: planGifts(sessions, programme.donatedFen),
    leaders: [...new Set(projects.map(({ host }) => host))].slice(0, programme.leaders),
    shoppers: planShoppers(sessions, programme.orders),
    leads: new Map(branches.map(({ code }) => [code, takeOther()])),
    roles: {
      operator: takeOther(),
      checker: takeOther(),
      hr: takeOther(),
      auditor: takeOther(),
      judges: takeJudges(others),
    },
  }
}

/** Of different departments, so that no nominee has a conflict with them all. */
function takeJudges(others: StaffMember[]): string[] {
  const judges: StaffMember[] = []
  for (const other of others.toReversed()) {
    if (judges.length < JUDGES && judges.every(({ department }) => department !== other.department)) judges.push(other)
  }
  return judges.map(({ employeeNo }) => employeeNo)
}

/** What the plan comes to: what ledger and export must say afterwards, to the fen. */
export function figuresOf({ sessions, gifts, leaders }: Programme): Required<Published> {
  const creditFen = [...creditBy(sessions).values()].reduce((sum, fen) => sum + fen, 0)
  const donatedFen = gifts.reduce((sum, { fen }) => sum + fen, 0)
  const projects = new Set(sessions.map(({ project }) => project))
  return {
    volunteers: minutesBy(sessions).size,
    projects: projects.size,
    hosts: new Set([...projects].map(({ host }) => host)).size,
    minutes: [...minutesBy(sessions).values()].reduce((sum, minutes) => sum + minutes, 0),
    personTimes: sessions.reduce((sum, { people }) => sum + people.length, 0),
    activities: sessions.length,
    creditFen,
    donatedFen,
    outstandingFen: creditFen - donatedFen,
    leaders: leaders.length,
  }
}

/** @throws Sentence when the recipe does not come to what the report prints */
export function assertPublished(published: Published, found: Required<Published>): void {
  const off = (Object.keys(published) as (keyof Published)[]).filter((key) => published[key] !== undefined && published[key] !== found[key])
  if (off.length === 0) return
  const words = off.map((key) => `${key} is ${found[key]} instead of ${published[key]}`)
  throw new Sentence(`The programme as described does not come to what is published: ${words.join(', ')}.`)
}

function minutesBy(sessions: readonly PlannedSession[]): Map<string, number> {
  const minutes = new Map<string, number>()
  for (const session of sessions)
    for (const who of session.people) minutes.set(who, (minutes.get(who) ?? 0) + (session.shorter.get(who) ?? session.minutes))
  return minutes
}

/** By the default rule of matching: whole units, the rest carried. */
function creditBy(sessions: readonly PlannedSession[]): Map<string, number> {
  const { unitMinutes, unitMinutesGrantFen } = defaultPolicies.matching
  return new Map([...minutesBy(sessions)].map(([who, minutes]) => [who, Math.floor(minutes / unitMinutes) * unitMinutesGrantFen]))
}

/** One after another gives all they have, the last one what is missing. */
function planGifts(sessions: readonly PlannedSession[], donatedFen: number): Programme['gifts'] {
  const gifts: Programme['gifts'] = []
  let left = donatedFen
  for (const [who, credit] of creditBy(sessions)) {
    const fen = Math.min(credit, left)
    if (fen > 0) gifts.push({ who, fen })
    left -= fen
  }
  if (left > 0) throw new Sentence('More credit is to be given than the described hours earn.')
  return gifts
}

/** Volunteers who have the points for it: whole hours of one session count. */
function planShoppers(sessions: readonly PlannedSession[], orders: number): string[] {
  const { unitMinutes, unitPoints } = defaultPolicies.points
  const able = new Set<string>()
  for (const { people, shorter, minutes } of sessions)
    for (const who of people) if (Math.floor((shorter.get(who) ?? minutes) / unitMinutes) * unitPoints >= PRICE_POINTS) able.add(who)
  if (able.size < orders) throw new Sentence('More is to be had of the shop than there are points for.')
  return [...able].slice(0, orders)
}

/** The first volunteers are the hosts, with as many projects each as the year says. */
function planProjects({ programme }: Description, volunteers: readonly StaffMember[], random: Random): PlannedProject[] {
  const shares = programme.hosting.flatMap(({ hosts, projects }) => Array.from({ length: hosts }, () => projects))
  const hosts = shares.flatMap((projects, index) => Array.from({ length: projects }, () => volunteers[index]))
  return hosts.map((host, index) => {
    if (host === undefined) throw new Error('fewer volunteers than hosts')
    const field = fields[index % fields.length] ?? 'other'
    const title = `${host.city} · ${random.pick(themes[field])} ${index + 1}`
    return { title, field, city: host.city, branch: random.pick([host.branch, random.pick(branches).code]), host: host.employeeNo }
  })
}

interface Ground {
  description: Description
  projects: readonly PlannedProject[]
  volunteers: readonly StaffMember[]
  random: Random
}

/** Everybody goes once before anybody goes again, so that two sessions of one person lie far apart. */
function planSessions({ description, projects, volunteers, random }: Ground): PlannedSession[] {
  const { year, programme } = description
  const sizes = evenly(programme.personTimes, programme.sessions)
  const crowd = random.shuffled(volunteers.map(({ employeeNo }) => employeeNo))
  const slots = Array.from({ length: programme.personTimes }, (_, turn) => crowd[turn % crowd.length] ?? '')
  hostsFirst(slots, { projects, sizes, people: crowd.length })
  const minutes = evenly(programme.minutes, programme.personTimes)
  let taken = 0
  const sessions = sizes.map((size, index): PlannedSession => {
    const people = slots.slice(taken, taken + size)
    const served = minutes.slice(taken, taken + size)
    taken += size
    const project = projects[index % projects.length]
    if (project === undefined) throw new Error('sessions without a project')
    const longest = Math.max(...served)
    const shorter = people.flatMap((who, place): [string, number][] => (served[place] === longest ? [] : [[who, served[place] ?? 0]]))
    const day = addDays(`${year}-${SEASON.from}`, Math.floor((index * SEASON.days) / programme.sessions))
    const title = `${project.title} · 第 ${Math.floor(index / projects.length) + 1} 场`
    const startsAt = shanghaiInstant(day, random.pick(clocks))
    return { project, title, first: index < projects.length, startsAt, minutes: longest, people, shorter: new Map(shorter), onLeave: [] }
  })
  assertApart(sessions)
  return sessions
}

/** A whole in so many parts that differ by one at most, larger and smaller ones spread over the row. */
function evenly(whole: number, parts: number): number[] {
  const until = (part: number) => Number((BigInt(part) * BigInt(whole)) / BigInt(parts))
  return Array.from({ length: parts }, (_, part) => until(part + 1) - until(part))
}

/** Every host goes to the first of their own projects, so that a branch lead has own hours to issue. */
function hostsFirst(
  slots: string[],
  { projects, sizes, people }: { projects: readonly PlannedProject[]; sizes: readonly number[]; people: number },
): void {
  const placeOf = new Map(slots.slice(0, people).map((person, place) => [person, place]))
  const seen = new Set<string>()
  const mixedFrom = firstMixedSlot(sizes, people)
  let begins = 0
  for (const [index, { host }] of projects.entries()) {
    const size = sizes[index] ?? 0
    const from = placeOf.get(host)
    const inTheWay = slots[begins]
    if (!seen.has(host) && from !== undefined && inTheWay !== undefined && size > 0 && begins + size <= people && from < mixedFrom) {
      slots[begins] = host
      slots[from] = inTheWay
      placeOf.set(host, begins).set(inTheWay, from)
      seen.add(host)
    }
    begins += size
  }
}

/** Where a session begins that holds first and second turns: to move people there could put somebody into it twice. */
function firstMixedSlot(sizes: readonly number[], people: number): number {
  let begins = 0
  for (const size of sizes) {
    if (begins < people && begins + size > people) return begins
    begins += size
  }
  return people
}

/** @throws Sentence when somebody would have to be in two places at once */
function assertApart(sessions: readonly PlannedSession[]): void {
  const busy = new Map<string, { from: number; until: number }[]>()
  for (const { startsAt, minutes, people } of sessions) {
    const time = { from: startsAt.getTime(), until: addMinutes(startsAt, minutes).getTime() }
    for (const who of people) {
      const times = busy.get(who) ?? []
      if (times.some(({ from, until }) => from < time.until && time.from < until))
        throw new Sentence('Too many sessions for so few people: somebody would have to be in two at once.')
      busy.set(who, [...times, time])
    }
  }
}

/** One a session, from the first on, until there are enough. */
function planLeave(sessions: readonly PlannedSession[], halfDays: number): void {
  const taken = new Set<string>()
  let left = halfDays
  for (let round = 0; left > 0 && round < 50; round++) {
    for (const session of sessions) {
      const who = session.people[round]
      if (left === 0 || who === undefined || taken.has(who)) continue
      taken.add(who)
      session.onLeave.push(who)
      left -= 1
    }
  }
  if (left > 0) throw new Sentence('More leave is to be taken than there are people to take it.')
}
