import { describe, expect, it } from 'vitest'
import { emptyHoldings, holdingsAfter, hoursEntries } from '../ledger/rules.ts'
import { canComplete, canCorrect, canIssue, confirmVerdict, correctionEntries, dailyVerdict, minutesEarned, reasonCauses } from './rules.ts'

const session = { startsAt: '2026-11-20T06:00:00.000Z', endsAt: '2026-11-20T09:00:00.000Z' }
const at = (clock: string) => `2026-11-20T${clock}.000Z`
const settings = { presencePercent: 60 }

describe('minutesEarned', () => {
  it.each([
    ['whole session', '05:40:00', '09:20:00', 180],
    ['late by half an hour', '06:30:00', '09:00:00', 150],
    ['gone early', '05:40:00', '07:00:00', 60],
    ['half a minute late is a minute lost', '06:00:30', '09:00:00', 179],
    ['left before the start', '05:40:00', '05:50:00', 0],
    ['came after the end', '09:00:00', '09:30:00', 0],
  ])('counts the overlap: %s', (_, inAt, outAt, minutes) => {
    expect(minutesEarned({ ...session, inAt: at(inAt), outAt: at(outAt) })).toBe(minutes)
  })

  it('counts a forgotten check-out to the scheduled end', () => {
    expect(minutesEarned({ ...session, inAt: at('06:30:00'), outAt: null })).toBe(150)
    expect(minutesEarned({ ...session, inAt: at('09:30:00'), outAt: null })).toBe(0)
  })

  it('counts elapsed minutes over midnight and over a change of clocks abroad', () => {
    const overMidnight = { startsAt: '2026-11-20T15:00:00.000Z', endsAt: '2026-11-20T18:00:00.000Z' }
    expect(minutesEarned({ ...overMidnight, inAt: overMidnight.startsAt, outAt: null })).toBe(180)
    const autumnInNewYork = { startsAt: '2026-11-01T05:00:00.000Z', endsAt: '2026-11-01T07:00:00.000Z' }
    expect(minutesEarned({ ...autumnInNewYork, inAt: '2026-11-01T00:30:00-04:00', outAt: '2026-11-01T01:30:00-05:00' })).toBe(90)
    const springInNewYork = { startsAt: '2026-03-08T06:00:00.000Z', endsAt: '2026-03-08T08:00:00.000Z' }
    expect(minutesEarned({ ...springInNewYork, inAt: '2026-03-08T01:30:00-05:00', outAt: '2026-03-08T03:30:00-04:00' })).toBe(60)
  })
})

describe('reasonCauses', () => {
  const left = (outAt: string) => ({ inAt: at('06:00:00'), outAt: at(outAt) })

  it('asks for a reason below sixty percent and not at sixty', () => {
    expect(reasonCauses({ presence: left('07:47:59'), session, minutes: 107, settings })).toEqual(['short-presence'])
    expect(reasonCauses({ presence: left('07:48:00'), session, minutes: 108, settings })).toEqual([])
  })

  it('follows the share the policy sets', () => {
    expect(reasonCauses({ presence: left('07:48:00'), session, minutes: 108, settings: { presencePercent: 61 } })).toEqual([
      'short-presence',
    ])
  })

  it('asks for a reason for changed minutes and for a forgotten check-out', () => {
    expect(reasonCauses({ presence: left('09:00:00'), session, minutes: 179, settings })).toEqual(['changed'])
    expect(reasonCauses({ presence: { inAt: at('06:00:00'), outAt: null }, session, minutes: 180, settings })).toEqual(['no-check-out'])
  })
})

describe('confirmVerdict', () => {
  const facts = {
    name: '陈小禾',
    state: 'attended' as const,
    presence: { inAt: at('06:00:00'), outAt: at('09:00:00') },
    session,
    minutes: 180,
    reason: null,
    settings,
  }

  it('takes the proposal without a word and a change with one', () => {
    expect(confirmVerdict(facts).ok).toBe(true)
    expect(confirmVerdict({ ...facts, minutes: 120 })).toMatchObject({
      code: 'minutes-reason-required',
      data: { cause: 'changed', proposedMinutes: 180, minutes: 120 },
    })
    expect(confirmVerdict({ ...facts, minutes: 120, reason: '中途离开' }).ok).toBe(true)
  })

  it('takes no reason for more than the session', () => {
    expect(confirmVerdict({ ...facts, minutes: 181, reason: '加班' })).toMatchObject({
      code: 'minutes-above-session',
      data: { sessionMinutes: 180 },
    })
  })
})

describe('confirmVerdict, state by state', () => {
  it('confirms anew until the hours are issued', () => {
    const facts = {
      name: '陈小禾',
      presence: { inAt: at('06:00:00'), outAt: at('09:00:00') },
      session,
      minutes: 180,
      reason: null,
      settings,
    }
    expect(confirmVerdict({ ...facts, state: 'completed' }).ok).toBe(true)
    expect(confirmVerdict({ ...facts, state: 'issued' })).toMatchObject({
      code: 'hours-state',
      data: { state: 'issued', needed: 'attended' },
    })
  })
})

describe('canComplete', () => {
  it('opens at the very end of the session and stays shut for one that was cancelled', () => {
    const open = { ...session, cancelReason: null }
    expect(canComplete(open, at('08:59:59'))).toMatchObject({ code: 'session-not-over' })
    expect(canComplete(open, at('09:00:00')).ok).toBe(true)
    expect(canComplete({ ...session, cancelReason: '台风' }, at('09:00:00'))).toMatchObject({
      code: 'session-cancelled',
      data: { reason: '台风' },
    })
  })
})

describe('dailyVerdict', () => {
  it('allows the limit itself and not a minute more', () => {
    const day = { name: '陈小禾', day: '2026-11-20', limitMinutes: 960 }
    expect(dailyVerdict({ ...day, wouldBeMinutes: 960 }).ok).toBe(true)
    expect(dailyVerdict({ ...day, wouldBeMinutes: 961 })).toMatchObject({ code: 'daily-limit', data: { wouldBeMinutes: 961 } })
  })
})

describe('canIssue', () => {
  const facts = {
    actorId: 'a',
    earner: { id: 'b', name: '陈小禾', hosts: false },
    state: 'completed' as const,
    actorHosts: true,
    actorLeads: false,
    projectId: 'p',
  }
  const codeOf = (changes: Partial<typeof facts> | { state: 'attended' | 'issued' }) => {
    const verdict = canIssue({ ...facts, ...changes })
    return verdict.ok ? 'ok' : verdict.code
  }

  it('lets a host issue the hours of others, but not of hosts', () => {
    expect(codeOf({})).toBe('ok')
    expect(codeOf({ earner: { ...facts.earner, hosts: true } })).toBe('own-hours')
  })

  it('lets the branch lead issue the hours of hosts, and only those', () => {
    expect(codeOf({ actorHosts: false, actorLeads: true, earner: { ...facts.earner, hosts: true } })).toBe('ok')
    expect(codeOf({ actorHosts: false, actorLeads: true })).toBe('host-required')
  })

  it('issues what is confirmed, and that once', () => {
    expect(codeOf({ state: 'attended' })).toBe('hours-state')
    expect(codeOf({ state: 'issued' })).toBe('hours-state')
  })

  it('lets nobody issue to themself, not even a branch lead', () => {
    expect(codeOf({ actorLeads: true, earner: { id: 'a', name: '周同学', hosts: true } })).toBe('own-hours')
    expect(codeOf({ earner: { id: 'a', name: '周同学', hosts: false } })).toBe('own-hours')
  })
})

describe('canCorrect', () => {
  const facts = {
    actorId: 'lead',
    earner: { id: 'b', name: '陈小禾' },
    actorLeads: true,
    branchName: '深圳分会',
    state: 'issued' as const,
    minutesBefore: 180,
    minutesShown: 180,
    minutesAfter: 120,
    session,
  }
  const codeOf = (changes: Partial<typeof facts> | { state: 'completed' }) => {
    const verdict = canCorrect({ ...facts, ...changes })
    return verdict.ok ? 'ok' : verdict.code
  }

  it('is for a lead of the branch, and not for their own hours', () => {
    expect(codeOf({})).toBe('ok')
    expect(codeOf({ actorLeads: false })).toBe('other-branch')
    expect(codeOf({ earner: { id: 'lead', name: '周同学' } })).toBe('own-hours')
  })

  it('changes issued minutes to another number within the session', () => {
    expect(codeOf({ state: 'completed' })).toBe('hours-state')
    expect(codeOf({ minutesAfter: 180 })).toBe('minutes-unchanged')
    expect(codeOf({ minutesAfter: 181 })).toBe('minutes-above-session')
    expect(codeOf({ minutesAfter: 0 })).toBe('ok')
  })

  it('starts from what the lead was shown, whatever is asked for', () => {
    expect(codeOf({ minutesShown: 90 })).toBe('minutes-moved')
    expect(codeOf({ minutesShown: 90, minutesAfter: 180 })).toBe('minutes-moved')
  })
})

describe('correctionEntries', () => {
  const rules = {
    matching: { mode: 'step' as const, unitMinutes: 60, unitMinutesGrantFen: 10_000, creditGrades: ['A' as const] },
    points: { unitMinutes: 60, unitPoints: 20, pointsGrades: ['A' as const] },
  }
  const employeeId = 'emp_0000000000001'
  const given = (minutes: number) =>
    holdingsAfter(emptyHoldings, employeeId, hoursEntries({ employeeId, minutes, grade: 'A', holdings: emptyHoldings }, rules))

  it('ends where issuing the right minutes would have ended', () => {
    for (const [before, after] of [
      [180, 120],
      [90, 180],
      [59, 60],
      [61, 59],
      [180, 0],
      [0, 90],
    ] as const) {
      const correction = { employeeId, grade: 'A' as const, minutesBefore: before, minutesAfter: after, holdings: given(before) }
      expect(correctionEntries(correction, rules).holdingsAfter).toEqual(given(after))
    }
  })

  it('leaves as debt what was given away already', () => {
    const holdings = { ...given(180), creditFen: 0 }
    const { holdingsAfter: after } = correctionEntries({ employeeId, grade: 'A', minutesBefore: 180, minutesAfter: 60, holdings }, rules)
    expect(after).toMatchObject({ minutes: 60, creditFen: 0, owedFen: -20_000, points: 20 })
  })
})
