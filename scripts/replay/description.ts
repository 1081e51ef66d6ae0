import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { splitByLargestRemainder } from '@yijian/shared/kernel/quantity'
import { day, whole } from '@yijian/shared/kernel/zod'
import { ageBands, employmentTypes, levels, sexes } from '@yijian/shared/people/shapes'
import * as z from 'zod/mini'
import { Sentence } from '../lib/sentence.mjs'

const people = whole(0, 1_000_000)
const fen = whole(0)
/** Of these values any may be left out. */
const split = <T extends string>(values: readonly T[]) => z.partialRecord(z.enum(values), people)

/** A year as its report states it: one small file each, so that another year is another file. */
const description = z.object({
  year: whole(2000, 2100),
  asOf: day,
  staff: z.object({
    total: people,
    employmentType: split(employmentTypes),
    ageBand: split(ageBands),
    sex: split(sexes),
    level: split(levels),
    region: z.record(z.string(), people),
  }),
  programme: z.object({
    volunteers: people,
    /** Person and session pairs; at least one for each volunteer. */
    personTimes: people,
    /** In all; spread over the person-times as evenly as whole minutes go. */
    minutes: whole(0, 1_000_000_000),
    /** Activities; at least one for each project. */
    sessions: people,
    hosting: z.array(z.object({ hosts: people, projects: people })),
    /** Credit given on to fund projects. */
    donatedFen: z._default(fen, 0),
    /** Leaders of the year, chosen among the hosts. */
    leaders: z._default(whole(0, 100), 0),
    /** Half days of charity leave that were taken for a session. */
    halfDaysOfLeave: z._default(people, 0),
    /** Things people had of the shop for their points. */
    orders: z._default(people, 0),
  }),
  /** What the report prints, as far as it does; the plan must come to it before anything is replayed at full scale. */
  published: z.partial(
    z.object({
      volunteers: people,
      projects: people,
      hosts: people,
      minutes: whole(0),
      personTimes: people,
      activities: people,
      creditFen: fen,
      donatedFen: fen,
      outstandingFen: fen,
      leaders: people,
    }),
  ),
})
export type Description = z.infer<typeof description>
export type Published = Description['published']
export const splits = ['employmentType', 'ageBand', 'sex', 'level', 'region'] as const
export type Split = (typeof splits)[number]

/**
 * The description of a year we have, or of a file somebody wrote.
 *
 * @throws Sentence when there is none, or it does not hold together
 */
export function readDescription(yearOrFile: string): Description {
  const file = /^\d{4}$/.test(yearOrFile) ? fileURLToPath(new URL(`./${yearOrFile}.json`, import.meta.url)) : yearOrFile
  if (!file.endsWith('.json') || !existsSync(file))
    throw new Sentence(
      `There is no description of ${yearOrFile || 'that year'}: pnpm replay 2024 [--scale 0.01], or the path of a JSON file`,
    )
  return checked(file, readJson(file))
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new Sentence(`${file} is no JSON.`)
  }
}

function checked(file: string, json: unknown): Description {
  const parsed = description.safeParse(json)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')} (${message})`).join(', ')
    throw new Sentence(`${file} does not describe a year: ${wrong}.`)
  }
  const { staff, programme } = parsed.data
  const projects = programme.hosting.reduce((sum, group) => sum + group.hosts * group.projects, 0)
  const hosts = programme.hosting.reduce((sum, group) => sum + group.hosts, 0)
  const rules: [boolean, string][] = [
    ...splits.map((name): [boolean, string] => [
      sumOf(Object.values(staff[name])) === staff.total,
      `staff.${name} does not sum to staff.total`,
    ]),
    [programme.personTimes >= programme.volunteers, 'fewer person-times than volunteers'],
    [programme.sessions >= projects, 'fewer sessions than projects'],
    [programme.personTimes >= programme.sessions, 'fewer person-times than sessions'],
    [hosts <= programme.volunteers, 'more hosts than volunteers'],
    [programme.leaders <= hosts, 'more leaders than hosts'],
    [programme.minutes <= programme.personTimes * 480, 'more than eight hours for each person-time'],
  ]
  const broken = rules.filter(([holds]) => !holds).map(([, words]) => words)
  if (broken.length > 0) throw new Sentence(`${file} does not hold together: ${broken.join('; ')}.`)
  return parsed.data
}

const sumOf = (counts: readonly (number | undefined)[]) => counts.reduce((sum: number, count) => sum + (count ?? 0), 0)

/** The same proportions with fewer people, each split by largest remainder so that its parts sum to the whole. */
export function scaled(full: Description, scale: number): Description {
  if (scale === 1) return full
  const total = Math.round(full.staff.total * scale)
  const part = (counts: Partial<Record<string, number>>) => {
    const parts = splitByLargestRemainder(
      total,
      Object.values(counts).map((count) => count ?? 0),
    )
    return Object.fromEntries(Object.keys(counts).map((key, index) => [key, parts[index] ?? 0]))
  }
  const staff = Object.fromEntries(splits.map((split) => [split, part(full.staff[split])])) as Omit<Description['staff'], 'total'>
  return { ...full, staff: { total, ...staff }, programme: scaledProgramme(full.programme, scale), published: {} }
}

function scaledProgramme(programme: Description['programme'], scale: number): Description['programme'] {
  const { hosting, volunteers, personTimes, minutes, sessions, donatedFen, leaders, halfDaysOfLeave, orders } = programme
  const weights = hosting.map((group) => group.hosts)
  const hostParts = splitByLargestRemainder(Math.max(1, Math.round(sumOf(weights) * scale)), weights)
  const fewer = hosting.map((group, index) => ({ ...group, hosts: hostParts[index] ?? 0 }))
  const projects = fewer.reduce((sum, group) => sum + group.hosts * group.projects, 0)
  const people = Math.max(1, Math.round(volunteers * scale))
  const times = Math.round((people * personTimes) / volunteers)
  const perTime = minutes / personTimes
  return {
    hosting: fewer,
    volunteers: people,
    personTimes: times,
    minutes: Math.round(times * perTime),
    sessions: Math.min(times, Math.max(projects, Math.round((projects * sessions) / sumOf(hosting.map((g) => g.hosts * g.projects))))),
    donatedFen: Math.round((donatedFen * scale) / 10_000) * 10_000,
    leaders: Math.min(sumOf(hostParts), Math.ceil(leaders * scale)),
    halfDaysOfLeave: Math.round(halfDaysOfLeave * scale),
    orders: Math.round(orders * scale),
  }
}
