import { describe, expect, it } from 'vitest'
import { accountOf, creditOf, systemAccount } from './accounts.ts'
import { chartName, unitOf } from './chart.ts'
import { type EmployeeAccount, type SystemAccount, employeeAccounts, systemAccounts } from './shapes.ts'

const me = 'emp_0d3k9x2m4q7rt'

describe('the chart of accounts', () => {
  it('names an account without whose it is', () => {
    expect([accountOf(me, 'credit-held'), creditOf('fnd_0d3k9x2m4q7rt'), systemAccount('credit')].map(chartName)).toEqual([
      'emp/credit-held',
      'fnd/credit',
      'system/credit',
    ])
  })

  it('knows the unit of every account', () => {
    for (const kind of Object.keys(employeeAccounts) as EmployeeAccount[])
      expect(unitOf(accountOf(me, kind))).toBe(employeeAccounts[kind].unit)
    for (const kind of Object.keys(systemAccounts) as SystemAccount[]) expect(unitOf(systemAccount(kind))).toBe(systemAccounts[kind])
  })

  it('refuses an account that nobody opened', () => {
    expect(() => unitOf('system/credit-held')).toThrow('no such account')
    expect(() => unitOf(`${me}/toString`)).toThrow('no such account')
  })
})
