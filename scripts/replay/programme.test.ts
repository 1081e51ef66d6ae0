import { describe, expect, it } from 'vitest'
import { readDescription, scaled, splits } from './description.ts'
import { planProgramme } from './programme.ts'
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
    const { published, ...rest } = scaled(full, 0.999_999_9)
    expect(rest.programme).toEqual(full.programme)
    expect({ ...published, donatedFen: full.published.donatedFen }).toEqual(full.published)
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
    const others = [...leads.values(), ...Object.values(roles)]
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
