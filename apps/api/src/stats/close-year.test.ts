import type { FigureKey } from '@yijian/shared/stats/keys'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi } from '../../../../test/support/api.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../../../../test/support/database.ts'
import { actorOf, grantRoleTo, makeEmployee } from '../../../../test/support/people.ts'
import { closedYear, correctedLater, exported, servedOn } from '../../../../test/support/stats.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { readBalances } from '../ledger/index.ts'
import { listToDos } from '../home/list-to-dos.ts'
import { closeYear } from './close-year.ts'
import { closingWaiting } from './closing-waiting.ts'
import { getYearReport } from './get-year-report.ts'
import { listYearClosings } from './list-year-closings.ts'
import { requestExport } from './request-export.ts'

type Served = Awaited<ReturnType<typeof servedOn>>

let app: App
let small: App
let hr: { id: string }
let [early, late]: Served[] = []
beforeAll(async () => {
  app = await testApp({ database: 'close' })
  small = await testApp({ database: 'close_small', connections: 2 })
  hr = await makeEmployee(app, { name: '统计员' })
  early = await servedOn(app, new Date('2024-05-10T06:00:00.000Z'), 3)
  late = await servedOn(app, new Date('2025-03-14T06:00:00.000Z'), 6)
})
afterAll(closeApps)

const heapsOf = async (ctx: Ctx) => (await listToDos(ctx, [closingWaiting])).map(({ kind, at, count }) => [kind, at, count])
const asHr = () => ctxOf(app, actorOf(hr, 'hr'))
const report = async (year: number, branchId?: string) => getYearReport(await asHr(), { year, branchId })
const figureOf = async (year: number, key: FigureKey) => (await report(year)).figures.find((figure) => figure.key === key)!

describe('closeYear', () => {
  it('refuses who is not HR', async () => {
    for (const role of ['auditor', 'operator', 'judge', undefined] as const) {
      const other = await ctxOf(app, role === undefined ? actorOf(hr) : actorOf(await makeEmployee(app), role))
      await expect(closeYear(other, { year: 2025 })).rejects.toMatchObject({ code: 'role-required' })
      if (role !== 'auditor') await expect(listYearClosings(other, { limit: 20 })).rejects.toMatchObject({ code: 'role-required' })
    }
  })

  it('refuses a year that has not ended, and one without a checked file of the company', async () => {
    const running = Number((await asHr()).now.toISOString().slice(0, 4))
    await expect(closeYear(await asHr(), { year: running })).rejects.toMatchObject({
      code: 'year-still-running',
      data: { year: running, lastDay: `${running}-12-31` },
    })
    await exported(app, hr, { year: 2025, branchId: late!.branch.id })
    await expect(closeYear(await asHr(), { year: 2025 })).rejects.toMatchObject({ code: 'closing-needs-export', data: { year: 2025 } })
    await expect(requestExport(await asHr(), { kind: 'difference', year: 2025 })).rejects.toMatchObject({ code: 'year-not-closed' })
  })

  it('refuses a file that was built before its year was over, or whose figures have changed since', async () => {
    const { id } = await exported(app, hr, { year: 2024 })
    await app.pool.query("UPDATE hr_export SET as_of = '2024-12-31 15:59:59.999' WHERE id = ?", [id])
    await expect(closeYear(await asHr(), { year: 2024 })).rejects.toMatchObject({ code: 'closing-needs-export' })
    await exported(app, hr, { year: 2024 })
    await correctedLater(app, early!, { at: 0, minutes: 120 })
    await expect(closeYear(await asHr(), { year: 2024 })).rejects.toMatchObject({ code: 'export-outdated', data: { year: 2024 } })
  })

  it('waits for HR alone, one by one for each year that is over, since the oldest ended', async () => {
    expect(await heapsOf(await asHr())).toEqual([['years-to-close', '2024-12-31T16:00:00.000Z', 2]])
    for (const role of ['operator', 'auditor'] as const) expect(await heapsOf(await ctxOf(app, actorOf(hr, role)))).toEqual([])
  })

  it('freezes the figures on the file that holds them, once, and leaves a trace', async () => {
    const before = await report(2025)
    expect([before.closing, before.corrections]).toEqual([null, null])
    const { file, closing } = await closedYear(app, hr, 2025)
    expect(closing).toMatchObject({ year: 2025, closedBy: { id: hr.id, name: '统计员' }, exportId: file.id })
    expect(closing.lastJournalId).toMatch(/^jnl_/)
    expect([closing.xlsxSha256, closing.csvSha256]).toEqual(file.files.map(({ sha256 }) => sha256))
    const after = await report(2025)
    expect(after).toMatchObject({ figures: before.figures, closing, corrections: { journals: 0, differences: [] }, closedYears: [] })
    expect(after.asOf).toBe(closing.asOf)
    const refusal = { code: 'year-closed', data: { year: 2025 } }
    await expect(closeYear(await asHr(), { year: 2025 })).rejects.toMatchObject(refusal)
    await expect(requestExport(await asHr(), { year: 2025 })).rejects.toMatchObject(refusal)
    await expect(requestExport(await asHr(), { kind: 'difference', year: 2025, branchId: late!.branch.id })).rejects.toMatchObject({
      code: 'difference-of-branch',
    })
    expect((await requestExport(await asHr(), { year: 2025, branchId: late!.branch.id })).state).toBe('requested')
    expect(await tracesOf(await systemCtx(app), 'year/2025')).toContainEqual({
      action: 'year.closed',
      actorId: hr.id,
      detail: { exportId: file.id, lastJournalId: closing.lastJournalId, xlsxSha256: closing.xlsxSha256, csvSha256: closing.csvSha256 },
    })
    expect((await listYearClosings(await ctxOf(app, actorOf(hr, 'auditor')), { limit: 20 })).items).toEqual([closing])
    expect(await heapsOf(await asHr())).toEqual([['years-to-close', '2024-12-31T16:00:00.000Z', 1]])
  })

  it('never blocks the ledger: a correction of a closed year posts, and stands beside the frozen figures', async () => {
    const person = late!.people[0]!
    await correctedLater(app, late!, { at: 0, minutes: 60 })
    expect((await readBalances(await systemCtx(app), person.id)).minutes).toBe(60)
    const { figures, corrections, closing } = await report(2025)
    expect(figures.find(({ key }) => key === 'minutes')!.values.at(-1)).toBe(1080)
    // The reversal and what was posted anew.
    expect(corrections).toMatchObject({ journals: 2 })
    expect(corrections!.asOf > closing!.asOf).toBe(true)
    expect(corrections!.differences).toContainEqual({ key: 'minutes', frozen: 1080, now: 960 })
    expect(corrections!.differences).toContainEqual({ key: 'correctedFen', frozen: 0, now: -20_000 })
  })

  it('finds what was begun before the close and committed after it', async () => {
    const { closing } = await report(2025)
    const begun = new Date(new Date(closing!.asOf).getTime() - 1000)
    await correctedLater(app, late!, { at: 1, minutes: 120, now: begun })
    const { corrections } = await report(2025)
    expect(corrections).toMatchObject({ journals: 4 })
    expect(corrections!.differences).toContainEqual({ key: 'minutes', frozen: 1080, now: 900 })
  })

  it('says of an open year which of its columns were closed and corrected, and leaves a branch as of now', async () => {
    const open = await report(2026)
    expect(open.closing).toBeNull()
    expect(open.closedYears).toMatchObject([{ year: 2025, corrections: 4 }])
    expect((await figureOf(2026, 'minutes')).values[1]).toBe(900)
    const ofBranch = await report(2025, late!.branch.id)
    expect(ofBranch).toMatchObject({ closing: null, corrections: null, closedYears: [{ year: 2025, corrections: 4 }] })
  })

  it('counts a year by its own service days: what changed before it is none of its corrections', async () => {
    await correctedLater(app, early!, { at: 1, minutes: 60 })
    expect((await report(2025)).corrections).toMatchObject({ journals: 4 })
    // The balance at the end of the year is another all the same.
    expect((await report(2025)).corrections!.differences.map(({ key }) => key)).toContain('outstandingFen')
  })

  it('needs no more than the one connection of its request, and answers the same request alike', async () => {
    await servedOn(small, new Date('2025-03-14T06:00:00.000Z'), 2)
    const person = await makeEmployee(small)
    await grantRoleTo(small, person, 'hr')
    const file = await exported(small, person, { year: 2025 })
    const api = await startApi(small)
    // Of two connections somebody has one for good.
    const taken = await small.pool.getConnection()
    try {
      const asHr = await api.as(person)
      const close = () => asHr.closeYear({ params: { year: 2025 } }, { key: 'close-2025-once' })
      const first = await close()
      expect(first).toMatchObject({ exportId: file.id, closedBy: { id: person.id } })
      expect(await close()).toEqual(first)
      await expect(asHr.closeYear({ params: { year: 2025 } })).rejects.toMatchObject({ code: 'year-closed' })
    } finally {
      taken.release()
      await api.close()
    }
  })

  it('is not misled by what is posted while it reads: the close is refused, or the journal stands beside it', async () => {
    const busy = await testApp({ database: 'close_small' })
    const served = await servedOn(busy, new Date('2024-03-14T06:00:00.000Z'), 6)
    const person = await makeEmployee(busy)
    await exported(busy, person, { year: 2024 })
    const closing = closeYear(await ctxOf(busy, actorOf(person, 'hr')), { year: 2024 }).then(
      () => 'closed',
      ({ code }: { code: string }) => code,
    )
    for (const at of [0, 1, 2, 3]) await correctedLater(busy, served, { at, minutes: 60 })
    const outcome = await closing
    const { corrections } = await getYearReport(await ctxOf(busy, actorOf(person, 'hr')), { year: 2024 })
    const minutes = corrections?.differences.find(({ key }) => key === 'minutes')
    expect([
      { outcome: 'export-outdated', journals: undefined, minutes: undefined },
      { outcome: 'closed', journals: 8, minutes: { key: 'minutes', frozen: 1080, now: 600 } },
    ]).toContainEqual({ outcome, journals: corrections?.journals, minutes })
  })
})
