import { describe, expect, it } from 'vitest'
import { accountOf, isSystemAccount, partsOf, systemAccount } from './accounts.ts'
import { holdingOf } from './rules.ts'
import { type EmployeeAccount, employeeAccounts } from './shapes.ts'

const me = 'emp_0d3k9x2m4q7rt'

describe('account paths', () => {
  it('are made of owner and kind, and taken apart again', () => {
    expect(accountOf(me, 'credit-held')).toBe(`${me}/credit-held`)
    expect(partsOf(`${me}/credit-held`)).toEqual({ owner: me, kind: 'credit-held' })
    expect([isSystemAccount(systemAccount('credit')), isSystemAccount(accountOf(me, 'credit'))]).toEqual([true, false])
  })

  it('fit the column they are stored in', () => {
    for (const kind of Object.keys(employeeAccounts) as EmployeeAccount[]) expect(accountOf(me, kind).length).toBeLessThanOrEqual(48)
  })

  it('have a place in what a person holds, each its own', () => {
    expect(Object.keys(holdingOf).sort()).toEqual(Object.keys(employeeAccounts).sort())
    expect(new Set(Object.values(holdingOf)).size).toBe(Object.keys(holdingOf).length)
  })
})
