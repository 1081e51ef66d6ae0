import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issue, openPeople } from '../../../../test/ledger/deeds.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import type { App } from '../core/app.ts'
import { ledgerHandlers } from './index.ts'

let app: App
let me: string
beforeAll(async () => {
  app = await testApp()
  ;[me] = (await openPeople(app, 1)) as [string]
})
afterAll(closeApps)

const alwaysTwo = {
  name: 'always-two',
  area: 'hours',
  title: { zh: '总有两条', en: 'Always two' },
  meaning: { zh: '总有两条不符', en: 'Two rows break it' },
  breach: 'facts-differ',
} as const
const things = { words: { zh: '个单位', en: 'units' }, from: '(SELECT DISTINCT unit FROM ledger_entry) x' }
const broken = { id: "CONCAT('two/', n)", found: 'n', from: '(SELECT 2 n UNION ALL SELECT 1) x' }
const { getMyBalances, proveLedger } = ledgerHandlers([{ ...alwaysTwo, things, broken }])

describe('getMyBalances', () => {
  it('shows what I have and how far it is to the next unit, by the policy of today', () =>
    rolledBack(app, { kind: 'employee', employeeId: me, loginId: 'lgn_0000000000001', roles: [] }, async (ctx) => {
      await issue(ctx, { employeeId: me, minutes: 100 })
      expect(await getMyBalances(ctx, {})).toMatchObject({
        balances: { minutes: 100, creditFen: 10_000, carriedMinutes: 40, points: 20 },
        nextGrant: { unitMinutes: 60, carriedMinutes: 40, minutesToGo: 20, grantFen: 10_000 },
      })
    }))

  it('refuses somebody who is not logged in', () =>
    rolledBack(app, { kind: 'anonymous' }, (ctx) => expect(getMyBalances(ctx, {})).rejects.toMatchObject({ code: 'login-required' })))
})

describe('proveLedger', () => {
  it('reports each invariant with its meaning, those of other slices included, and is not clean when one is broken', () =>
    rolledBack(
      app,
      { kind: 'employee', employeeId: me, loginId: 'lgn_0000000000001', roles: [{ role: 'auditor', branchId: null }] },
      async (ctx) => {
        await issue(ctx, { employeeId: me, minutes: 60 })
        const proof = await proveLedger(ctx, {})
        expect(proof.clean).toBe(false)
        expect(proof.journals).toBeGreaterThan(0)
        expect(proof.entries).toBeGreaterThan(proof.journals)
        const units = proof.invariants.find(({ name }) => name === 'always-two')?.looked ?? 0
        expect(units).toBeGreaterThan(0)
        const examples = ['1', '2'].map((n) => ({ id: `two/${n}`, part: null, expected: null, found: n }))
        expect(proof.invariants).toContainEqual({ ...alwaysTwo, things: things.words, looked: units, violations: 2, examples })
        const known = proof.invariants.filter(({ name }) => ['journal-balanced', 'hash-intact'].includes(name))
        expect(known.map(({ looked, things: { zh } }) => `${looked} ${zh}`)).toEqual(Array(2).fill(`${proof.journals} 张凭证`))
      },
    ))
})
