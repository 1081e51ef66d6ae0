import { describe, expect, it } from 'vitest'
import { badgeChanges, badgesFor, givingBadgesFor, shownTo } from './rules.ts'
import { honourFields } from './shapes.ts'
import { badgeWords } from './text.ts'

const settings = { minuteMilestones: [6000, 600, 3000] }
const none = { minutes: 0, sessions: 0, sessionsHosted: 0 }
const earned = (facts: typeof none) =>
  badgesFor(facts, settings)
    .filter((badge) => badge.earned)
    .map((badge) => badge.code)

describe('badgesFor', () => {
  it('lists every badge with its progress, milestones in order', () => {
    expect(badgesFor({ ...none, minutes: 90, sessions: 2 }, settings)).toEqual([
      { code: 'first-activity', have: 2, need: 1, unit: 'sessions', earned: true },
      { code: 'minutes-600', have: 90, need: 600, unit: 'minutes', earned: false },
      { code: 'minutes-3000', have: 90, need: 3000, unit: 'minutes', earned: false },
      { code: 'minutes-6000', have: 90, need: 6000, unit: 'minutes', earned: false },
      { code: 'first-hosted', have: 0, need: 1, unit: 'sessions', earned: false },
    ])
  })

  it('unlocks at the milestone itself, several at once', () => {
    expect(earned({ ...none, minutes: 599 })).toEqual([])
    expect(earned({ ...none, minutes: 600 })).toEqual(['minutes-600'])
    expect(earned({ ...none, minutes: 3000 })).toEqual(['minutes-600', 'minutes-3000'])
  })

  it('unlocks the first activity and the first session hosted', () => {
    expect(earned({ minutes: 1, sessions: 1, sessionsHosted: 1 })).toEqual(['first-activity', 'first-hosted'])
  })
})

describe('givingBadgesFor', () => {
  it('unlocks the first donation that arrived', () => {
    expect(givingBadgesFor({ donations: 0 })).toEqual([{ code: 'first-donation', have: 0, need: 1, unit: 'donations', earned: false }])
    expect(givingBadgesFor({ donations: 3 })).toMatchObject([{ have: 3, earned: true }])
  })
})

describe('badgeChanges', () => {
  const badges = badgesFor({ minutes: 700, sessions: 0, sessionsHosted: 1 }, { minuteMilestones: [600] })

  it('unlocks what is earned, suspends what no longer is, restores what is again', () => {
    expect(
      badgeChanges(badges, [
        { code: 'first-activity', suspended: false },
        { code: 'first-hosted', suspended: true },
      ]),
    ).toEqual([
      { code: 'first-activity', change: 'suspended' },
      { code: 'minutes-600', change: 'unlocked' },
      { code: 'first-hosted', change: 'restored' },
    ])
  })

  it('changes nothing when told twice, and leaves a milestone alone that no policy names any more', () => {
    const held = [
      { code: 'first-activity', suspended: true },
      { code: 'minutes-600', suspended: false },
      { code: 'first-hosted', suspended: false },
      { code: 'minutes-300', suspended: false },
    ]
    expect(badgeChanges(badges, held)).toEqual([])
  })
})

describe('badgeWords', () => {
  it('speaks of hours, whatever minutes a policy sets', () => {
    expect(badgeWords('minutes-600').name).toEqual({ zh: '公益 10 小时', en: '10 Hours of Good' })
    expect(badgeWords('minutes-90').rule.zh).toBe('累计获得 1.5 小时公益时')
    expect(badgeWords('minutes-100').rule.en).toBe('Earn 1.67 volunteer hours in all')
  })

  it('has words for both firsts', () => {
    expect(badgeWords('first-activity').name.zh).toBe('初次出发')
    expect(badgeWords('first-hosted').name.en).toBe('First Session Hosted')
  })
})

describe('shownTo', () => {
  const facts = { minutes: 2190, sessions: 14, donatedFen: 205_000, leaderYears: [2026], badges: ['minutes-600'], projects: ['prj'] }
  const nothing = { minutes: null, sessions: null, donatedFen: null, leaderYears: null, badges: null, projects: null }

  it('shows nothing until something is chosen', () => {
    expect(shownTo(facts, [])).toEqual(nothing)
  })

  it.each([
    ['hours', { minutes: 2190 }],
    ['sessions', { sessions: 14 }],
    ['badges', { badges: ['minutes-600'] }],
    ['hosting', { projects: ['prj'] }],
    ['donated', { donatedFen: 205_000 }],
    ['leader', { leaderYears: [2026] }],
  ])('shows with %s that and nothing else', (field, shown) => {
    expect(shownTo(facts, [field])).toEqual({ ...nothing, ...shown })
  })

  it('shows everything when every field is chosen', () => {
    expect(shownTo(facts, honourFields)).toEqual(facts)
  })
})
