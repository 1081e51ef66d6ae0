import type { App } from '@yijian/api/core/app'
import { inTransaction } from '@yijian/api/core/context'
import { policyOn } from '@yijian/api/policy/index'
import { systemCtx } from '../support/database.ts'
import { EXACT_DAY, STEP_DAY, issue, openPeople, publishExactMode, setAside, takeBack } from './deeds.ts'

/** A small honest ledger with one of everything, for faults to be done to. */
export interface Victims {
  /** Served 90, 150 and 45 (grade D) minutes, and 60 that were taken back. */
  one: string
  /** Served 120 minutes, set the credit aside, and had the hours taken back: in debt. */
  debtor: string
  /** Serves in exact mode. */
  exact: string
  /** Opened, never served. */
  idle: string
  /** The journal of 90 minutes. */
  journal: string
  /** The 60 minutes and what took them back. */
  original: string
  reversal: string
  matching: string
  points: string
  /** The version of another year. */
  exactMatching: string
}

export async function makeVictims(app: App): Promise<Victims> {
  await publishExactMode(app)
  const [one, debtor, exact, idle] = (await openPeople(app, 4)) as [string, string, string, string]
  return inTransaction(await systemCtx(app), async (ctx) => {
    const { journalId: journal } = await issue(ctx, { employeeId: one, minutes: 90 })
    await issue(ctx, { employeeId: one, minutes: 150, servedOn: '2026-10-10' })
    await issue(ctx, { employeeId: one, minutes: 45, grade: 'D' })
    const { journalId: original } = await issue(ctx, { employeeId: one, minutes: 60 })
    const { journalId: reversal } = await takeBack(ctx, one, original)
    const { journalId: spent } = await issue(ctx, { employeeId: debtor, minutes: 120 })
    await setAside(ctx, debtor, 20_000)
    await takeBack(ctx, debtor, spent)
    for (const minutes of [7, 50, 61]) await issue(ctx, { employeeId: exact, minutes, servedOn: EXACT_DAY })
    const matching = (await policyOn(ctx, 'matching', STEP_DAY)).id
    const points = (await policyOn(ctx, 'points', STEP_DAY)).id
    const exactMatching = (await policyOn(ctx, 'matching', EXACT_DAY)).id
    return { one, debtor, exact, idle, journal, original, reversal, matching, points, exactMatching }
  })
}
