import type { HoursLine } from '@yijian/shared/hours/shapes'
import { describe, expect, it } from 'vitest'
import { confirmationsOf, lacksReason, toConfirm, toIssue } from './confirmations'

const line = (changes: Partial<HoursLine> = {}): HoursLine => ({
  attendanceId: 'att_0000000000001',
  person: { id: 'emp_0000000000001', name: '陈小禾', department: '技术工程' },
  inAt: '2026-11-20T06:00:00.000Z',
  outAt: '2026-11-20T09:00:00.000Z',
  proposedMinutes: 180,
  minutes: null,
  grade: 'A',
  state: 'attended',
  reason: null,
  reasonNeededFor: [],
  ownHours: false,
  completedAt: null,
  completedBy: null,
  issuedAt: null,
  issuedBy: null,
  ...changes,
})

describe('confirming a session', () => {
  it('takes the proposal when the host types nothing', () => {
    expect(confirmationsOf([line()], {})).toEqual([{ attendanceId: 'att_0000000000001', minutes: 180 }])
    expect(lacksReason(line(), {})).toBe(false)
  })

  it('asks for a reason when the host changes the minutes', () => {
    const typed = { att_0000000000001: { minutes: 120, reason: ' ' } }
    expect(lacksReason(line(), typed)).toBe(true)
    expect(lacksReason(line(), { att_0000000000001: { minutes: 120, reason: '提前离开' } })).toBe(false)
  })

  it('asks for a reason where the presence itself needs one', () => {
    expect(lacksReason(line({ reasonNeededFor: ['no-check-out'] }), {})).toBe(true)
  })

  it('leaves confirmed and issued lines alone', () => {
    const lines = [line(), line({ state: 'completed' }), line({ state: 'issued' })]
    expect(toConfirm(lines)).toHaveLength(1)
  })

  it('leaves the hours of hosts to the branch lead', () => {
    expect(toIssue([line({ state: 'completed' }), line({ state: 'completed', ownHours: true })])).toHaveLength(1)
  })
})
