import * as z from 'zod/mini'
import { day } from '../kernel/zod.ts'
import { type ImportColumn, importWords, plain } from './import-columns.ts'
import { type Employee, branch, employee } from './shapes.ts'

/** A person as a file tells them. What the file has no column for is undefined and stays as it is. */
export interface EmployeeDraft extends Omit<Employee, 'id' | 'leftOn'> {
  leftOn: string | null | undefined
  branchCodes: string[] | undefined
  wecomUserId: string | undefined
}

export type CellFaultCode =
  | 'missing'
  | 'formula'
  | 'bad-text'
  | 'bad-number'
  | 'bad-wecom'
  | 'bad-day'
  | 'not-one-of'
  | 'left-before-hired'
  | 'bad-branches'
  | 'extra-cells'
  | 'number-twice'
  | 'wecom-twice'
  | 'wecom-taken'
  | 'branch-unknown'

export interface CellFault {
  /** Null when it is about the whole row. */
  column: ImportColumn | null
  code: CellFaultCode
  value: string
}

/** A cell by its column; no entry for a column the file does not have. */
export type ImportCells = Partial<Record<ImportColumn, string>>

// What a spreadsheet would run when the value is exported again.
const FORMULA = /^[=+\-@\t\r]/
const NOTHING = /^[-—–/]*$/

/** Reads one row; every fault is named, and a draft comes only from a row without one. */
export function readEmployeeRow(cells: ImportCells): { draft: EmployeeDraft | null; faults: CellFault[] } {
  const faults: CellFault[] = []
  const row: Row = {
    cells,
    refuse: (column, code) => {
      faults.push({ column, code, value: cells[column] ?? '' })
      return undefined
    },
  }
  const draft = {
    employeeNo: readNumber(row),
    name: readText(row, 'name'),
    department: readText(row, 'department'),
    city: readText(row, 'city'),
    region: readText(row, 'region'),
    employmentType: readWord(row, 'employmentType'),
    level: readWord(row, 'level'),
    sex: readWord(row, 'sex'),
    ageBand: readWord(row, 'ageBand'),
    hiredOn: readDay(row, 'hiredOn'),
    leftOn: isEmpty(cells.leftOn) ? emptyAs(cells.leftOn, null) : readDay(row, 'leftOn'),
    branchCodes: isEmpty(cells.branches) ? emptyAs(cells.branches, []) : readBranches(row),
    wecomUserId: isEmpty(cells.wecomUserId) ? undefined : readWeComUserId(row),
  }
  if (draft.hiredOn !== undefined && draft.leftOn && draft.leftOn < draft.hiredOn) row.refuse('leftOn', 'left-before-hired')
  // Without a fault no part is undefined but those the file may leave out.
  return { draft: faults.length === 0 ? (draft as EmployeeDraft) : null, faults }
}

interface Row {
  cells: ImportCells
  refuse: (column: ImportColumn, code: CellFaultCode) => undefined
}

function isEmpty(cell: string | undefined): boolean {
  return cell === undefined || NOTHING.test(cell)
}

/** An empty cell says "none"; a column that is not there says nothing. */
function emptyAs<T>(cell: string | undefined, none: T): T | undefined {
  return cell === undefined ? undefined : none
}

function readText({ cells, refuse }: Row, column: 'name' | 'department' | 'city' | 'region'): string | undefined {
  const cell = cells[column] ?? ''
  if (cell === '') return refuse(column, 'missing')
  if (FORMULA.test(cell)) return refuse(column, 'formula')
  const read = z.safeParse(employee.shape[column], cell.normalize('NFC'))
  return read.success ? read.data : refuse(column, 'bad-text')
}

function readNumber({ cells, refuse }: Row): string | undefined {
  const cell = cells.employeeNo ?? ''
  if (cell === '') return refuse('employeeNo', 'missing')
  if (FORMULA.test(cell)) return refuse('employeeNo', 'formula')
  const read = z.safeParse(employee.shape.employeeNo, cell.normalize('NFKC'))
  return read.success ? read.data : refuse('employeeNo', 'bad-number')
}

/** WeCom does not tell capital letters apart. */
function readWeComUserId({ cells, refuse }: Row): string | undefined {
  const text = (cells.wecomUserId ?? '').normalize('NFKC').toLowerCase()
  return /^\w[\w.@-]{0,63}$/.test(text) ? text : refuse('wecomUserId', 'bad-wecom')
}

type WordColumn = keyof typeof importWords

function readWord<C extends WordColumn>({ cells, refuse }: Row, column: C): Employee[C] | undefined {
  const cell = cells[column] ?? ''
  if (cell === '') return refuse(column, 'missing')
  const word = wordByText[column].get(wordKey(cell))
  return word === undefined ? refuse(column, 'not-one-of') : (word as Employee[C])
}

function wordKey(text: string): string {
  return plain(text).replace(/[‐-―~]/g, '-')
}

const wordByText = Object.fromEntries(
  Object.entries(importWords).map(([column, words]) => [
    column,
    new Map(Object.entries<string[]>(words).flatMap(([word, others]) => [word, ...others].map((other) => [wordKey(other), word]))),
  ]),
) as Record<WordColumn, Map<string, string>>

const DAY_FORMS = [
  /^((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})$/,
  /^((?:19|20)\d\d)(年)(\d{1,2})月(\d{1,2})日$/,
  /^((?:19|20)\d\d)()(\d\d)(\d\d)$/,
]
// Spreadsheets print a day as an instant when they are not told otherwise.
const MIDNIGHT = /[ T]0?0:00(:00(\.0+)?)?$/

function readDay({ cells, refuse }: Row, column: 'hiredOn' | 'leftOn'): string | undefined {
  const cell = (cells[column] ?? '').normalize('NFKC').replace(MIDNIGHT, '')
  if (cell === '') return refuse(column, 'missing')
  const [, year = '', , month = '', date = ''] = DAY_FORMS.map((form) => form.exec(cell)).find((match) => match !== null) ?? []
  const read = z.safeParse(day, `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  return read.success ? read.data : refuse(column, 'bad-day')
}

function readBranches({ cells, refuse }: Row): string[] | undefined {
  const codes = (cells.branches ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,;|、]+/)
    .filter((code) => code !== '')
  const isRead = codes.every((code) => z.safeParse(branch.shape.code, code).success)
  return isRead ? [...new Set(codes)] : refuse('branches', 'bad-branches')
}
