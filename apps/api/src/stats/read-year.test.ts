import type { FigureKey } from '@yijian/shared/stats/keys'
import type { RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../../../../test/support/database.ts'
import { giveCredit } from '../../../../test/support/giving.ts'
import { lookAndCorrect } from '../../../../test/support/hours.ts'
import { type RoleOf, actorOf, makeEmployee } from '../../../../test/support/people.ts'
import { donatedOn, renamePerson, servedOn } from '../../../../test/support/stats.ts'
import type { App } from '../core/app.ts'
import { inTransaction } from '../core/context.ts'
import { getYearReport } from './get-year-report.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'year' })
  const before = await servedOn(app, new Date('2024-05-10T06:00:00.000Z'), 6)
  const after = await servedOn(app, new Date('2025-03-14T06:00:00.000Z'), 7)
  const [first, second, third] = after.people
  await renamePerson(app, second!, { sex: 'male' })
  await renamePerson(app, third!, { sex: 'male', leftOn: '2025-06-30' })
  await donatedOn(app, first!, { on: '2025-04-01', fen: 12_300 })
  await inTransaction(await systemCtx(app), async (ctx) => {
    await giveCredit({ ...ctx, now: new Date('2025-05-01T06:00:00.000Z') }, first!, 20_000)
    const asLead = { ...ctx, actor: actorOf(before.lead, { leads: before.branch }), now: new Date('2024-05-11T06:00:00.000Z') }
    await lookAndCorrect(asLead, { attendanceId: before.attendanceIds[0]!, minutes: 120, reason: '中途离开一小时' })
  })
})
afterAll(closeApps)

const reader = async (role: RoleOf) => ctxOf(app, actorOf(await makeEmployee(app), role))
const report = async (year: number, branchId?: string) => getYearReport(await reader('hr'), { year, branchId })

async function figures(year: number) {
  const { figures } = await report(year)
  return (key: FigureKey) => {
    const { values, toDate } = figures.find((figure) => figure.key === key)!
    return [...values, toDate]
  }
}

async function recount(sql: string): Promise<number> {
  const [rows] = await app.pool.query<RowDataPacket[]>(sql)
  return Number(Object.values(rows[0]!)[0])
}

describe('getYearReport', () => {
  it('tells three years and to date, with nothing before the beginning and zero where nothing was done', async () => {
    const of = await figures(2025)
    expect(of('volunteers')).toEqual([null, 6, 7, 13])
    expect(of('personTimes')).toEqual([null, 6, 7, 13])
    expect(of('minutes')).toEqual([null, 1020, 1260, 2280])
    expect(of('activities')).toEqual([null, 1, 1, 2])
    expect(of('projects')).toEqual([null, 1, 1, 2])
    expect(of('newHosts')).toEqual([null, 1, 1, 2])
    expect(of('hosts')).toEqual([null, 1, 2, 2])
    expect(of('donatedFen')).toEqual([null, 0, 12_300, 12_300])
    expect(of('donors')).toEqual([null, 0, 1, 1])
    expect(of('fundProjects')).toEqual([null, 0, 1, 1])
    expect(of('grantedGiftsFen')).toEqual([null, 0, 20_000, 20_000])
    expect(of('correctedFen')).toEqual([null, -10_000, 0, -10_000])
    expect(of('leavePeople')).toEqual([null, 0, 0, 0])
  })

  it('agrees with a recount of the entries by another way', async () => {
    const of = await figures(2025)
    const credit = `FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal_id WHERE e.account_id REGEXP '^emp_.*/credit(-owed)?$'`
    expect(of('minutes')[2]).toBe(
      await recount(`SELECT -SUM(amount) FROM ledger_entry WHERE account_id = 'system/hours' AND served_on LIKE '2025%'`),
    )
    expect(of('grantedHoursFen')[1]).toBe(
      await recount(`SELECT SUM(amount) ${credit} AND j.kind LIKE 'hours%' AND YEAR(e.served_on) = 2024`),
    )
    expect(of('outstandingFen')[3]).toBe(
      await recount(`SELECT SUM(balance) FROM ledger_balance WHERE account_id LIKE 'emp%/credit' OR account_id LIKE 'emp%/credit-held'`),
    )
    const sum = (key: FigureKey) => of(key)[3] ?? Number.NaN
    expect(sum('grantedHoursFen') + sum('grantedGiftsFen') - sum('donatedFen')).toBe(sum('outstandingFen') - sum('owedFen'))
  })

  it('counts as staff who is employed on the last day, and takes the participation rate of these', async () => {
    const of = await figures(2025)
    const staff = await recount(
      "SELECT COUNT(*) FROM employee WHERE hired_on <= '2025-12-31' AND (left_on IS NULL OR left_on >= '2025-12-31')",
    )
    expect([of('staff')[2], of('volunteersEmployed')[2], of('volunteers')[2]]).toEqual([staff, 6, 7])
    expect(of('participation')[2]).toBe(Math.round(60_000 / staff))
    expect(of('minutesPerVolunteer')[2]).toBe(180)
  })

  it('tells the months, and hides what would tell of too few', async () => {
    const { months, splits, startYear } = await report(2025)
    expect([startYear, months.map(({ minutes }) => minutes)]).toEqual([2024, [0, 0, 1260, 0, 0, 0, 0, 0, 0, 0, 0, 0]])
    const sexes = splits.find(({ dimension }) => dimension === 'sex')!.rows
    // Two men served; the five women would follow from the total.
    expect(sexes.map(({ group, isSuppressed, volunteers }) => [group, isSuppressed, volunteers])).toEqual([
      ['female', true, null],
      ['male', true, null],
    ])
    const [levels] = splits.find(({ dimension }) => dimension === 'level')!.rows
    expect(levels).toMatchObject({ group: 'other', volunteers: 7, minutes: 1260 })
  })

  it('limits itself to a branch, and reports a year before the beginning as missing throughout', async () => {
    const { branch } = await servedOn(app, new Date('2025-09-10T06:00:00.000Z'), 2)
    const of = (await report(2025, branch.id)).figures
    expect(of.find(({ key }) => key === 'projects')).toMatchObject({ values: [null, 0, 1] })
    const silent = (await report(2023)).figures.filter(({ key }) => key !== 'staff').flatMap(({ values, toDate }) => [...values, toDate])
    expect(new Set(silent)).toEqual(new Set([null]))
  })

  it('refuses a year to come and an unknown branch, and records who looked', async () => {
    const ctx = await reader('auditor')
    await expect(getYearReport(ctx, { year: 2099 })).rejects.toMatchObject({ code: 'year-not-begun' })
    await expect(getYearReport(ctx, { year: 2025, branchId: 'brn_0000000000000' })).rejects.toMatchObject({ code: 'not-found' })
    await getYearReport(ctx, { year: 2022 })
    expect(await tracesOf(ctx, 'year/2022')).toMatchObject([
      { action: 'statistics.viewed', actorId: (ctx.actor as { employeeId: string }).employeeId },
    ])
  })

  it('refuses the wrong role', async () => {
    for (const role of ['operator', 'judge'] as const) {
      await expect(getYearReport(await reader(role), { year: 2025 })).rejects.toMatchObject({ code: 'role-required' })
    }
  })
})
