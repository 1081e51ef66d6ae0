import { splitByLargestRemainder } from '@yijian/shared/kernel/quantity'
import { addDays, shanghaiInstant } from '@yijian/shared/kernel/time'
import { type Field, fields } from '@yijian/shared/project/shapes'
import type { Description } from './description.ts'
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
  minutes: number
  people: string[]
}

export interface Programme {
  /** In order of time. */
  sessions: PlannedSession[]
  /** Lead of each branch, by its code. */
  leads: Map<string, string>
  roles: { operator: string; hr: string; auditor: string }
}

/** Two rounds, each with one session of every project and every volunteer in one of them. */
const rounds = [
  { from: '02-03', days: 140 },
  { from: '07-06', days: 160 },
] as const
const clocks = ['09:00', '14:00', '19:00'] as const

/** The same year in every run: who hosts what, where and when, and who goes there. */
export function planProgramme(description: Description, staff: readonly StaffMember[]): Programme {
  const { programme, year } = description
  const random = seededRandom(year + 1)
  const everybody = random.shuffled(staff)
  const volunteers = everybody.slice(0, programme.volunteers)
  const others = everybody.slice(programme.volunteers)
  const projects = planProjects(description, volunteers, random)
  const sessions = rounds.flatMap((round, index) =>
    planRound({ description, projects, volunteers, random }, { ...round, number: index + 1 }),
  )
  const takeOther = () => {
    const other = others.pop()
    if (other === undefined) throw new Error('too few people for leads and roles')
    return other.employeeNo
  }
  return {
    sessions: sessions.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()),
    leads: new Map(branches.map(({ code }) => [code, takeOther()])),
    roles: { operator: takeOther(), hr: takeOther(), auditor: takeOther() },
  }
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

function planRound({ description, projects, volunteers, random }: Ground, round: { from: string; days: number; number: number }) {
  const { year, programme } = description
  const sizes = splitByLargestRemainder(
    volunteers.length,
    projects.map(() => 1),
  )
  const crowd = random.shuffled(volunteers.map(({ employeeNo }) => employeeNo))
  hostsFirst(crowd, projects, sizes)
  const firstHalf = Math.floor(programme.minutesEach / rounds.length)
  const minutes = round.number === 1 ? firstHalf : programme.minutesEach - firstHalf
  let taken = 0
  return projects.map((project, index): PlannedSession => {
    const people = crowd.slice(taken, taken + (sizes[index] ?? 0))
    taken += people.length
    const day = addDays(`${year}-${round.from}`, Math.floor((index * round.days) / projects.length))
    const startsAt = shanghaiInstant(day, random.pick(clocks))
    return { project, title: `${project.title} · 第 ${round.number} 场`, first: round.number === 1, startsAt, minutes, people }
  })
}

/** Every host goes to the first of their own projects, so that a branch lead has own hours to issue. */
function hostsFirst(crowd: string[], projects: readonly PlannedProject[], sizes: readonly number[]): void {
  const placeOf = new Map(crowd.map((person, place) => [person, place]))
  const seen = new Set<string>()
  let begins = 0
  for (const [index, { host }] of projects.entries()) {
    const from = placeOf.get(host)
    const inTheWay = crowd[begins]
    if (!seen.has(host) && from !== undefined && inTheWay !== undefined && (sizes[index] ?? 0) > 0) {
      crowd[begins] = host
      crowd[from] = inTheWay
      placeOf.set(host, begins).set(inTheWay, from)
      seen.add(host)
    }
    begins += sizes[index] ?? 0
  }
}
