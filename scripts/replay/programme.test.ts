import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readDescription, scaled, splits } from './description.ts'
import { assertPublished, figuresOf, planProgramme } from './programme.ts'
import { makeStaff } from './staff.ts'

const full = readDescription('2024')
const sum = (numbers: Iterable<number | undefined>) => [...numbers].reduce((total: number, number) => total + (number ?? 0), 0)
const countOf = (values: readonly (string | undefined)[]) => {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value ?? ''] = (counts[value ?? ''] ?? 0) + 1
  return counts
}

describe('the description of 2024', () => {
  it('has splits that each sum to the staff', () => {
    for (const split of splits) expect(sum(Object.values(full.staff[split]))).toBe(58_350)
  })

  it('comes to the published figures by its recipe', () => {
    const figures = figuresOf(planProgramme(full, makeStaff(full).members))
    expect(figures).toMatchObject(full.published)
    expect(() => assertPublished(full.published, figures)).not.toThrow()
    expect(() => assertPublished({ ...full.published, hosts: 389 }, figures)).toThrow('hosts is 388 instead of 389')
  })

  it('keeps every split whole at any scale', () => {
    for (const scale of [0.001, 0.01, 0.0333, 0.5]) {
      const { staff } = scaled(full, scale)
      for (const split of splits) expect(sum(Object.values(staff[split]))).toBe(staff.total)
    }
  })

  it('refuses a year nobody described', () => {
    expect(() => readDescription('2019')).toThrow('no description of 2019')
    expect(() => readDescription('../2024')).toThrow('no description')
  })
})

describe('a description somebody wrote', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yijian-year-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const small = {
    year: 2031,
    asOf: '2031-12-31',
    staff: {
      total: 120,
      employmentType: { regular: 100, other: 20 },
      ageBand: { 'under-30': 60, '30-50': 60 },
      sex: { male: 61, female: 59 },
      level: { manager: 12, other: 108 },
      region: { 中国大陆: 120 },
    },
    programme: {
      volunteers: 41,
      personTimes: 97,
      minutes: 13_333,
      sessions: 11,
      hosting: [{ hosts: 3, projects: 2 }],
      donatedFen: 123_400,
      leaders: 2,
    },
    published: { volunteers: 41, personTimes: 97, minutes: 13_333, activities: 11, projects: 6, hosts: 3, donatedFen: 123_400, leaders: 2 },
  }
  const written = (change: object = {}) => {
    const file = join(folder, 'year.json')
    writeFileSync(file, JSON.stringify({ ...small, ...change }))
    return file
  }

  it('is planned to its very counts, minutes that do not divide included', () => {
    const described = readDescription(written())
    const programme = planProgramme(described, makeStaff(described).members)
    expect(figuresOf(programme)).toMatchObject(small.published)
    for (const { people, shorter, minutes } of programme.sessions) {
      expect(new Set(people).size).toBe(people.length)
      expect([...shorter.values()].every((less) => less > 0 && less < minutes)).toBe(true)
    }
  })

  it.each([
    [{ staff: { ...small.staff, sex: { male: 1 } } }, 'staff.sex does not sum'],
    [{ programme: { ...small.programme, personTimes: 40 } }, 'fewer person-times than volunteers'],
    [{ programme: { ...small.programme, sessions: 5 } }, 'fewer sessions than projects'],
    [{ programme: { ...small.programme, leaders: 4 } }, 'more leaders than hosts'],
    [{ year: 'soon' }, 'does not describe a year'],
  ])('is refused when it does not hold together: %#', (change, words) => {
    expect(() => readDescription(written(change))).toThrow(words)
  })

  it('is refused when more is given than is earned', () => {
    const described = readDescription(written({ programme: { ...small.programme, donatedFen: 99_000_000 } }))
    expect(() => planProgramme(described, makeStaff(described).members)).toThrow('More credit is to be given')
  })
})

describe('makeStaff', () => {
  it('deals out every split exactly', () => {
    const { members, file } = makeStaff(full)
    const [head = '', ...rows] = new TextDecoder().decode(file).split('\n')
    const column = (name: string) => {
      const at = head.split(',').indexOf(name)
      return countOf(rows.map((row) => row.split(',')[at]))
    }
    expect(new Set(members.map(({ employeeNo }) => employeeNo)).size).toBe(58_350)
    expect(column('用工类型')).toEqual({ 正式: 55_460, 其他: 2890 })
    expect(column('年龄段')).toEqual({ '30岁以下': 18_415, '30-50岁': 39_549, '50岁以上': 386 })
    expect(column('性别')).toEqual({ 男: 41_472, 女: 16_878 })
    expect(column('职级')).toEqual({ 管理者: 5836, 其他: 52_514 })
    expect(column('区域')).toEqual({ 中国大陆: 56_247, 其他地区: 2103 })
  })
})

describe('planProgramme', () => {
  const { members } = makeStaff(full)
  const { sessions, leads, roles } = planProgramme(full, members)

  it('has 1,330 projects of 388 hosts, each with a session in both halves of the year', () => {
    const projects = new Set(sessions.map(({ project }) => project))
    expect(projects.size).toBe(1330)
    expect(new Set([...projects].map(({ title }) => title)).size).toBe(1330)
    const perHost = Object.values(countOf([...projects].map(({ host }) => host)))
    expect(countOf(perHost.map(String))).toEqual({ 3: 222, 4: 166 })
    expect(sessions.length).toBe(2660)
    expect(sessions.filter(({ first }) => first).length).toBe(1330)
  })

  it('gives each of 27,000 volunteers five hours in two sessions', () => {
    const minutes = new Map<string, number[]>()
    for (const session of sessions) for (const who of session.people) minutes.set(who, [...(minutes.get(who) ?? []), session.minutes])
    expect(minutes.size).toBe(27_000)
    expect([...minutes.values()].every((served) => served.length === 2 && sum(served) === 300)).toBe(true)
  })

  it('sends every host to a session of their own, so that a branch lead has their hours to issue', () => {
    const atOwn = new Set(sessions.filter(({ project, people }) => people.includes(project.host)).map(({ project }) => project.host))
    expect(atOwn.size).toBe(388)
  })

  it('keeps leads and roles apart from those whose hours they deal with', () => {
    const volunteers = new Set(sessions.flatMap(({ people }) => people))
    const others = [...leads.values(), ...Object.values(roles).flat()]
    expect(new Set(others).size).toBe(others.length)
    expect(others.some((who) => volunteers.has(who))).toBe(false)
  })

  it('keeps every session inside the year and in order', () => {
    expect(sessions.every(({ startsAt }) => startsAt.toISOString().startsWith('2024'))).toBe(true)
    expect(sessions.map(({ startsAt }) => startsAt.getTime())).toEqual(
      sessions.map(({ startsAt }) => startsAt.getTime()).toSorted((a, b) => a - b),
    )
  })

  it('is the same in every run', () => {
    expect(planProgramme(full, makeStaff(full).members).sessions).toEqual(sessions)
  })
})
