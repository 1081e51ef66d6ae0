import { describe, expect, it } from 'vitest'
import { addMinutes } from '../kernel/time.ts'
import { type Candidate, type RecommendingFacts, reasonsFor, recommend } from './rules.ts'

const start = '2026-12-05T06:00:00.000Z'
const facts: RecommendingFacts = { city: '深圳', taken: [], soonUntil: '2026-11-27T06:00:00.000Z', limit: 5 }

function candidate(over: Partial<Candidate> & { name?: string } = {}) {
  const startsAt = over.startsAt ?? start
  return {
    name: 'plain',
    projectId: `prj_${over.name ?? 'plain'}`,
    startsAt,
    endsAt: addMinutes(startsAt, 120),
    city: '北京' as string | null,
    online: false,
    projectJoined: false,
    fieldJoined: false,
    colleagues: 0,
    ...over,
  }
}

const names = (candidates: ReturnType<typeof candidate>[], over: Partial<RecommendingFacts> = {}) =>
  recommend(candidates, { ...facts, ...over }).map((found) => found.candidate.name)

describe('reasonsFor', () => {
  it('names every reason that holds, the strongest first', () => {
    const all = candidate({
      city: '深圳',
      online: true,
      projectJoined: true,
      fieldJoined: true,
      colleagues: 3,
      startsAt: '2026-11-21T06:00:00.000Z',
    })
    expect(reasonsFor(all, facts)).toEqual(['project-joined', 'colleagues-going', 'same-city', 'field-joined', 'online', 'soon'])
  })

  it('counts a session as soon before the given instant, not at it', () => {
    expect(reasonsFor(candidate({ online: true, startsAt: '2026-11-27T05:59:59.999Z' }), facts)).toEqual(['online', 'soon'])
    expect(reasonsFor(candidate({ online: true, startsAt: facts.soonUntil as string }), facts)).toEqual(['online'])
  })

  it('finds nothing for a session in another city, however soon and liked', () => {
    expect(reasonsFor(candidate({ fieldJoined: true, colleagues: 9, startsAt: '2026-11-21T06:00:00.000Z' }), facts)).toEqual([])
  })

  it('proposes another city when the person was there before', () => {
    expect(reasonsFor(candidate({ projectJoined: true, colleagues: 1 }), facts)).toEqual(['project-joined', 'colleagues-going'])
  })
})

describe('recommend', () => {
  it('lets the stronger reason win, then the next one, then the sooner session', () => {
    const online = candidate({ name: 'online', online: true })
    const city = candidate({ name: 'city', city: '深圳' })
    const cityAndField = candidate({ name: 'city and field', city: '深圳', fieldJoined: true })
    const cityAndColleagues = candidate({ name: 'city and colleagues', city: '深圳', colleagues: 2 })
    const citySooner = candidate({ name: 'city sooner', city: '深圳', startsAt: '2026-12-04T06:00:00.000Z' })
    const joined = candidate({ name: 'joined', projectJoined: true })
    expect(names([online, city, cityAndField, cityAndColleagues, citySooner, joined], { limit: 6 })).toEqual([
      'joined',
      'city and colleagues',
      'city and field',
      'city sooner',
      'city',
      'online',
    ])
  })

  it('proposes nothing that overlaps a session of mine; touching ends are no overlap', () => {
    const overlapping = candidate({ name: 'overlapping', online: true, startsAt: addMinutes(start, 60).toISOString() })
    const touching = candidate({ name: 'touching', online: true, startsAt: addMinutes(start, 120).toISOString() })
    expect(names([overlapping, touching], { taken: [{ startsAt: start, endsAt: addMinutes(start, 120) }] })).toEqual(['touching'])
  })

  it('takes one session of each project, the soonest of the best', () => {
    const first = candidate({ name: 'first', projectId: 'prj_a', online: true })
    const second = candidate({ name: 'second', projectId: 'prj_a', online: true, startsAt: '2026-12-12T06:00:00.000Z' })
    const other = candidate({ name: 'other', online: true, startsAt: '2026-12-19T06:00:00.000Z' })
    expect(names([second, other, first])).toEqual(['first', 'other'])
  })

  it('stops at the limit', () => {
    const many = ['a', 'b', 'c'].map((name) => candidate({ name, online: true }))
    expect(names(many, { limit: 2 })).toEqual(['a', 'b'])
  })
})
