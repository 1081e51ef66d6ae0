import { describe, expect, it } from 'vitest'
import {
  type FundMove,
  canChangeFund,
  canMoveFund,
  canPublishReport,
  canReceive,
  charityCodeVerdict,
  fundMoveNames,
  fundMoves,
  fundProjectStates,
} from './rules.ts'

const charity = { charity: '贵州省青年志愿服务基金会', charityCode: '53520000MJR1234560', charityAccount: '工商银行 2402' }
const facts = { ...charity, charityShown: charity, ownWork: false, reason: '说明', reportDueOn: '2026-12-01', today: '2026-11-20' }

describe('canReceive', () => {
  it('is true of listed fund projects only', () => {
    expect(fundProjectStates.filter(canReceive)).toEqual(['listed'])
  })
})

describe('canMoveFund', () => {
  it.each(fundMoveNames.flatMap((move) => fundProjectStates.map((state) => [move, state] as const)))(
    'lets %s begin from %s only if the way leads there',
    (move, state) => {
      expect(canMoveFund({ ...facts, move, state }).ok).toBe((fundMoves[move].from as readonly string[]).includes(state))
    },
  )

  it('asks a second person for the check, and only for it', () => {
    expect(canMoveFund({ ...facts, move: 'check', state: 'recommended', ownWork: true })).toMatchObject({ code: 'own-fund-project' })
    expect(canMoveFund({ ...facts, move: 'list', state: 'checked', ownWork: true }).ok).toBe(true)
  })

  it('checks the charity that was looked at and no other, and names what changed', () => {
    const check = { ...facts, move: 'check' as const, state: 'recommended' as const }
    const charityShown = { ...charity, charityAccount: '建设银行 0001' }
    expect(canMoveFund({ ...check, charityShown })).toMatchObject({ code: 'charity-changed', data: { changed: ['charityAccount'] } })
    expect(canMoveFund({ ...check, charityShown: undefined })).toMatchObject({ code: 'charity-changed' })
    expect(canMoveFund({ ...check, move: 'list', state: 'checked', charityShown: undefined }).ok).toBe(true)
  })

  it.each(['return', 'pause', 'close'] as FundMove[])('asks a reason of %s', (move) => {
    const [state] = fundMoves[move].from
    expect(canMoveFund({ ...facts, move, state, reason: undefined })).toMatchObject({ code: 'reason-required', data: { for: move } })
  })

  it.each([
    ['check', 'recommended'],
    ['list', 'checked'],
  ] as const)('asks the whole charity of %s', (move, state) => {
    const bare = { ...charity, charityCode: null, charityAccount: null }
    expect(canMoveFund({ ...facts, ...bare, charityShown: bare, move, state })).toMatchObject({
      code: 'charity-incomplete',
      data: { missing: ['charityCode', 'charityAccount'] },
    })
  })

  it('resumes on the day a report is due, and not after it', () => {
    const resume = (reportDueOn: string) => canMoveFund({ ...facts, move: 'resume', state: 'paused', reportDueOn })
    expect(resume('2026-11-20').ok).toBe(true)
    expect(resume('2026-11-19')).toMatchObject({ code: 'report-overdue', data: { dueOn: '2026-11-19' } })
  })
})

describe('canChangeFund', () => {
  it('lets the charity change before the check and not after', () => {
    const other = { ...charity, charityAccount: '建设银行 0001' }
    expect(canChangeFund({ ...charity, state: 'recommended' }, other).ok).toBe(true)
    for (const state of ['checked', 'listed', 'paused'] as const) {
      expect(canChangeFund({ ...charity, state }, other)).toMatchObject({ code: 'charity-checked' })
      expect(canChangeFund({ ...charity, state }, charity).ok).toBe(true)
    }
  })

  it('changes nothing that is closed', () => {
    expect(canChangeFund({ ...charity, state: 'closed' }, charity)).toMatchObject({ code: 'fund-project-state' })
  })
})

describe('charityCodeVerdict', () => {
  it('knows real codes, and lets the code follow later', () => {
    expect(charityCodeVerdict('91350100M000100Y43').ok).toBe(true)
    expect(charityCodeVerdict(null).ok).toBe(true)
  })

  it.each(['91350100M000100Y44', '91350100M000100Y4', '91350100M0O0100Y43', 'IIIIIIIIIIIIIIIIII'])('refuses %s', (code) => {
    expect(charityCodeVerdict(code)).toMatchObject({ code: 'charity-code-invalid', data: { code } })
  })
})

describe('canPublishReport', () => {
  const report = {
    state: 'listed',
    periodFrom: '2026-10-01',
    periodUntil: '2026-11-20',
    today: '2026-11-20',
    spentFen: 40,
    paidFen: 100,
    reportedFen: 60,
  } as const
  const verdict = (over: Partial<Parameters<typeof canPublishReport>[0]>) => canPublishReport({ ...report, ...over })

  it('takes all that was paid, to the fen', () => {
    expect(verdict({}).ok).toBe(true)
    expect(verdict({ spentFen: 41 })).toMatchObject({ code: 'spent-above-paid', data: { leftFen: 40 } })
  })

  it('tells of a time that is over', () => {
    expect(verdict({ periodUntil: '2026-11-21' })).toMatchObject({ code: 'report-period' })
    expect(verdict({ periodFrom: '2026-11-21' })).toMatchObject({ code: 'report-period' })
    expect(verdict({ periodFrom: '2026-11-20' }).ok).toBe(true)
  })

  it('is of a project people know', () => {
    expect(verdict({ state: 'checked' })).toMatchObject({ code: 'fund-project-state' })
    expect(verdict({ state: 'paused' }).ok).toBe(true)
  })
})
