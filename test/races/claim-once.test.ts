import type { App } from '@yijian/api/core/app'
import { approveClaim, submitClaim } from '@yijian/api/claim/index'
import { refundClaim } from '@yijian/api/claim/refund-claim'
import { rejectClaim } from '@yijian/api/claim/decide-claim'
import { readBalances } from '@yijian/api/ledger/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimWish, makeClaim, makeReceipt } from '../support/claims.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { actorOf, makeEmployee, makeEmployees } from '../support/people.ts'
import { race, times } from '../support/race.ts'

const CROWD = 20

let app: App
beforeAll(async () => {
  app = await testApp({ connections: 32 })
})
afterAll(closeApps)

describe('an own donation', () => {
  it('is claimed by one of many who send its order number at once', async () => {
    const people = await makeEmployees(app, CROWD)
    const orderNo = `TX ${app.newId('claim')}`
    const wishes = await Promise.all(people.map((person) => claimWish(app, person, { orderNo })))
    const { won, refused } = await race(people.map((person, at) => async () => submitClaim(await ctxOf(app, actorOf(person)), wishes[at]!)))
    expect([won.length, new Set(refused)]).toEqual([1, new Set(['order-claimed'])])
  })

  it('is claimed by one of many who send its receipt at once', async () => {
    const people = await makeEmployees(app, CROWD)
    const picture = app.newId('file')
    const wishes = await Promise.all(
      people.map(async (person) => claimWish(app, person, { imageIds: [await makeReceipt(app, person, { picture })] })),
    )
    const { won, refused } = await race(people.map((person, at) => async () => submitClaim(await ctxOf(app, actorOf(person)), wishes[at]!)))
    expect([won.length, new Set(refused)]).toEqual([1, new Set(['receipt-claimed'])])
  })

  it('is approved or rejected once, whoever decides at once, and matched once', async () => {
    const me = await makeEmployee(app)
    const desks = await makeEmployees(app, CROWD)
    const { id } = await makeClaim(app, me)
    const { won, refused } = await race(
      desks.map((desk, at) => async () => {
        const ctx = await ctxOf(app, actorOf(desk, 'operator'))
        return at % 4 === 3 ? rejectClaim(ctx, id, { reason: '看不清', round: 1 }) : approveClaim(ctx, id, { round: 1 })
      }),
    )
    expect([won.length, refused.length, new Set(refused)]).toEqual([1, CROWD - 1, new Set(['claim-state'])])
    const creditFen = won[0]?.claim.state === 'approved' ? 20_000 : 0
    expect(await readBalances(await systemCtx(app), me.id)).toMatchObject({ creditFen })
  })

  it('is refunded once', async () => {
    const me = await makeEmployee(app)
    const desk = await makeEmployee(app)
    const asDesk = () => ctxOf(app, actorOf(desk, 'operator'))
    const { id } = await makeClaim(app, me)
    await approveClaim(await asDesk(), id, { round: 1 })
    const { won, refused } = await race(times(CROWD, () => async () => refundClaim(await asDesk(), id, { reason: '已退款' })))
    expect([won.length, new Set(refused)]).toEqual([1, new Set(['claim-state'])])
    expect(await readBalances(await systemCtx(app), me.id)).toMatchObject({ creditFen: 0, creditOwedFen: 0, carriedGiftFen: 0 })
  })
})
