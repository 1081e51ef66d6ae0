import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { splitByLargestRemainder } from '@yijian/shared/kernel/quantity'
import { day, whole } from '@yijian/shared/kernel/zod'
import { ageBands, employmentTypes, levels, sexes } from '@yijian/shared/people/shapes'
import { defaultPolicies } from '@yijian/shared/policy/shapes'
import * as z from 'zod/mini'
import { Sentence } from '../lib/sentence.mjs'

const people = whole(0, 1_000_000)
/** Of these values any may be left out. */
const split = <T extends string>(values: readonly T[]) => z.partialRecord(z.enum(values), people)

/** A year as its report states it: one file each, so that another year is another file. */
const description = z.object({
  year: whole(2022, 2100),
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
    /** Served in two sessions by everybody. */
    minutesEach: whole(2, 1440),
    hosting: z.array(z.object({ hosts: people, projects: people })),
  }),
  /** What the report prints; compared in a run at full scale. */
  published: z.object({
    volunteers: people,
    projects: people,
    hosts: people,
    minutes: whole(0),
    creditFen: whole(0),
    donatedFen: whole(0),
  }),
})
export type Description = z.infer<typeof description>
export const splits = ['employmentType', 'ageBand', 'sex', 'level', 'region'] as const
export type Split = (typeof splits)[number]

/** @throws Sentence when there is no such year */
export function readDescription(year: string): Description {
  const file = fileURLToPath(new URL(`./${year}.json`, import.meta.url))
  if (!/^\d{4}$/.test(year) || !existsSync(file))
    throw new Sentence(`There is no description of ${year || 'that year'}: pnpm replay 2024 [--scale 0.01]`)
  return z.parse(description, JSON.parse(readFileSync(file, 'utf8')))
}

/** The same proportions with fewer people, each split by largest remainder so that its parts sum to the whole. */
export function scaled(full: Description, scale: number): Description {
  if (scale === 1) return full
  const total = Math.round(full.staff.total * scale)
  const part = (counts: Partial<Record<string, number>>) => {
    const weights = Object.values(counts).map((count) => count ?? 0)
    const parts = splitByLargestRemainder(total, weights)
    return Object.fromEntries(Object.keys(counts).map((key, index) => [key, parts[index] ?? 0]))
  }
  const { hosting, volunteers, minutesEach } = full.programme
  const hosts = hosting.reduce((sum, group) => sum + group.hosts, 0)
  const hostParts = splitByLargestRemainder(
    Math.max(1, Math.round(hosts * scale)),
    hosting.map((group) => group.hosts),
  )
  const staff = Object.fromEntries(splits.map((split) => [split, part(full.staff[split])])) as Omit<Description['staff'], 'total'>
  const programme = {
    volunteers: Math.round(volunteers * scale),
    minutesEach,
    hosting: hosting.map((group, index) => ({ ...group, hosts: hostParts[index] ?? 0 })),
  }
  return { ...full, staff: { total, ...staff }, programme, published: { ...expectedOf(programme), donatedFen: 0 } }
}

/** What the recipe comes to, by the default rule of matching. */
function expectedOf({ volunteers, minutesEach, hosting }: Description['programme']) {
  const { unitMinutes, unitMinutesGrantFen } = defaultPolicies.matching
  return {
    volunteers,
    projects: hosting.reduce((sum, group) => sum + group.hosts * group.projects, 0),
    hosts: hosting.reduce((sum, group) => sum + group.hosts, 0),
    minutes: volunteers * minutesEach,
    creditFen: volunteers * Math.floor(minutesEach / unitMinutes) * unitMinutesGrantFen,
  }
}
