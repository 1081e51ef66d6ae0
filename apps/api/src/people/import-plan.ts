import type { CellFaultCode, EmployeeDraft } from '@yijian/shared/people/import-row'
import type { ImportColumn } from '@yijian/shared/people/import-columns'
import type { Ctx } from '../core/context.ts'
import type { EmployeeFile, RowFault } from './employee-file.ts'
import { type MemberKey, employeesByNumber, holdersOfWeComIds, membershipsOf } from './import-repo.ts'
import { type EmployeeRow, branchIdsByCode } from './repo.ts'

/** What an import will write. */
export interface ImportPlan {
  added: EmployeeRow[]
  /** Known people, as they are from now on. */
  replaced: EmployeeRow[]
  joined: MemberKey[]
  dropped: MemberKey[]
  /** Known people with another row or other branches than before. */
  changedIds: Set<string>
  /** People whose last day was not known before. */
  left: number
}

interface PlannedRow {
  row: number
  draft: EmployeeDraft
  /** Null for a new person. */
  before: EmployeeRow | null
  after: EmployeeRow
}

type Drafts = EmployeeFile['drafts']

/** Holds a file against what is known, and names what no single row can show: numbers, accounts and branches. */
export async function planImport(ctx: Ctx, drafts: Drafts): Promise<{ plan: ImportPlan; faults: RowFault[] }> {
  const planned = await planRows(ctx, drafts)
  const branchIds = await branchIdsByCode(ctx, [...new Set(drafts.flatMap(({ draft }) => draft.branchCodes ?? []))])
  const faults = [...repeatedNumbers(planned), ...(await weComFaults(ctx, planned)), ...unknownBranches(planned, branchIds)]
  return { plan: await planOf(ctx, planned, branchIds), faults }
}

/** Locks only who will change: whoever signs up or logs in needs the rows of the others, and an import takes seconds. */
async function planRows(ctx: Ctx, drafts: Drafts): Promise<PlannedRow[]> {
  const numbers = drafts.map(({ draft }) => draft.employeeNo)
  const known = await employeesByNumber(ctx, numbers, { locked: false })
  const plan = () =>
    drafts.map(({ row, draft }) => {
      const before = known.get(draft.employeeNo) ?? null
      return { row, draft, before, after: rowAfter(ctx, draft, before) }
    })
  const changing = plan().filter(isReplaced)
  if (changing.length === 0) return plan()
  const locked = await employeesByNumber(
    ctx,
    changing.map(({ draft }) => draft.employeeNo),
    { locked: true },
  )
  for (const [number, row] of locked) known.set(number, row)
  return plan()
}

/** A person after the import; what the file has no column for stays. */
function rowAfter(ctx: Ctx, draft: EmployeeDraft, before: EmployeeRow | null): EmployeeRow {
  const { leftOn, wecomUserId, branchCodes: _, ...told } = draft
  return {
    ...told,
    id: before?.id ?? ctx.app.newId('employee'),
    leftOn: leftOn === undefined ? (before?.leftOn ?? null) : leftOn,
    wecomUserId: wecomUserId ?? before?.wecomUserId ?? draft.employeeNo.toLowerCase(),
    changedAt: ctx.now,
  }
}

async function planOf(ctx: Ctx, planned: PlannedRow[], branchIds: Map<string, string>): Promise<ImportPlan> {
  const replaced = planned.filter(isReplaced)
  const { joined, dropped } = await memberChanges(ctx, planned, branchIds)
  const known = new Set(planned.flatMap(({ before }) => (before === null ? [] : [before.id])))
  const changedIds = [...replaced.map(({ after }) => after.id), ...[...joined, ...dropped].map(({ employeeId }) => employeeId)]
  return {
    added: planned.filter(({ before }) => before === null).map(({ after }) => after),
    replaced: replaced.map(({ after }) => after),
    joined,
    dropped,
    changedIds: new Set(changedIds.filter((id) => known.has(id))),
    left: planned.filter(({ before, after }) => after.leftOn !== null && (before?.leftOn ?? null) === null).length,
  }
}

/** A known person with another row than before. */
function isReplaced({ before, after }: PlannedRow): boolean {
  const columns = Object.keys(after) as (keyof EmployeeRow)[]
  return before !== null && columns.some((column) => column !== 'changedAt' && before[column] !== after[column])
}

/** Only rows that tell branches change them; then they are exactly the told ones. */
async function memberChanges(ctx: Ctx, planned: PlannedRow[], branchIds: Map<string, string>) {
  const telling = planned.filter(({ draft }) => draft.branchCodes !== undefined)
  const knownIds = telling.flatMap(({ before }) => (before === null ? [] : [before.id]))
  const held = await membershipsOf(ctx, knownIds)
  const joined: MemberKey[] = []
  const dropped: MemberKey[] = []
  for (const { draft, after } of telling) {
    const now = held.get(after.id) ?? []
    const told = (draft.branchCodes ?? []).flatMap((code) => branchIds.get(code) ?? [])
    for (const branchId of told) if (!now.includes(branchId)) joined.push({ employeeId: after.id, branchId })
    for (const branchId of now) if (!told.includes(branchId)) dropped.push({ employeeId: after.id, branchId })
  }
  return { joined, dropped }
}

function repeatedNumbers(planned: PlannedRow[]): RowFault[] {
  return repeats(planned, 'employeeNo', 'number-twice', ({ draft }) => draft.employeeNo.toLowerCase())
}

async function weComFaults(ctx: Ctx, planned: PlannedRow[]): Promise<RowFault[]> {
  // Only accounts that change hands can clash; those of the others are theirs already.
  const moving = planned.filter(({ before, after }) => before?.wecomUserId !== after.wecomUserId)
  const holders = await holdersOfWeComIds(
    ctx,
    moving.map(({ after }) => after.wecomUserId),
  )
  const releasing = new Set(moving.flatMap(({ before }) => (before === null ? [] : [before.id])))
  const taken = moving.flatMap(({ row, after }) => {
    const holder = holders.get(after.wecomUserId)
    if (holder === undefined || holder === after.id || releasing.has(holder)) return []
    return [faultOf(row, 'wecomUserId', 'wecom-taken', after.wecomUserId)]
  })
  return [...repeats(planned, 'wecomUserId', 'wecom-twice', ({ after }) => after.wecomUserId), ...taken]
}

function unknownBranches(planned: PlannedRow[], branchIds: Map<string, string>): RowFault[] {
  return planned.flatMap(({ row, draft }) =>
    (draft.branchCodes ?? []).filter((code) => !branchIds.has(code)).map((code) => faultOf(row, 'branches', 'branch-unknown', code)),
  )
}

function repeats(planned: PlannedRow[], column: ImportColumn, code: CellFaultCode, keyOf: (planned: PlannedRow) => string): RowFault[] {
  const firstRow = new Map<string, number>()
  return planned.flatMap((one) => {
    const first = firstRow.get(keyOf(one))
    if (first !== undefined) return [faultOf(one.row, column, code, String(first))]
    firstRow.set(keyOf(one), one.row)
    return []
  })
}

function faultOf(row: number, column: ImportColumn, code: CellFaultCode, value: string): RowFault {
  return { row, fault: { column, code, value } }
}
