import { badgesFor } from '@yijian/shared/honour/rules'
import { expect, it } from 'vitest'
import { badgeIcon, missingFor } from './badge-look'

it('has a picture for every badge there is', () => {
  const codes = badgesFor({ minutes: 0, sessions: 0, sessionsHosted: 0 }, { minuteMilestones: [600, 777] }).map(({ code }) => code)
  expect(codes.map(badgeIcon)).toEqual(['brand', 'badge', 'badge', 'megaphone'])
})

it('says what is missing until the badge is unlocked', () => {
  const progress = { have: 2190, need: 3000, unit: 'minutes' as const }
  expect(missingFor({ unlockedAt: null, progress })).toBe(810)
  expect(missingFor({ unlockedAt: '2026-11-20T06:00:00.000Z', progress })).toBeNull()
})

it('never says less than nothing while the unlocking is on its way', () => {
  expect(missingFor({ unlockedAt: null, progress: { have: 1, need: 1, unit: 'sessions' } })).toBe(0)
})
