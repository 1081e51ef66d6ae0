import { type ImportColumn, readHeader } from '@yijian/shared/people/import-columns'
import { type CellFault, type EmployeeDraft, type ImportCells, readEmployeeRow } from '@yijian/shared/people/import-row'
import type { UnreadableFault } from '@yijian/shared/people/problems'
import { parse } from 'csv-parse/sync'
import { refuse } from '../core/problems.ts'
import { sheetRows } from './sheet-rows.ts'

export interface RowFault {
  /** As the spreadsheet counts: the header is row 1. */
  row: number
  fault: CellFault
}

export interface EmployeeFile {
  /** Rows with anything in them, below the header. */
  rows: number
  drafts: { row: number; draft: EmployeeDraft }[]
  faults: RowFault[]
  ignoredColumns: string[]
}

/**
 * Reads a CSV or XLSX file of employees. What it is decides its content, not its name: browsers call the same file by
 * several types.
 *
 * @throws Problem `import-unreadable`
 */
export async function readEmployeeFile(bytes: Uint8Array): Promise<EmployeeFile> {
  const table = isZip(bytes) ? await readXlsx(bytes) : readCsv(bytes)
  const headerIndex = table.findIndex((cells) => !isBlank(cells))
  const header = table[headerIndex]
  if (header === undefined) throw unreadable('empty')
  const { columns, missing, twice, ignored } = readHeader(header)
  if (missing.length > 0) throw unreadable('columns-missing', missing)
  if (twice.length > 0) throw unreadable('column-twice', twice)
  const file: EmployeeFile = { rows: 0, drafts: [], faults: [], ignoredColumns: ignored }
  for (let index = headerIndex + 1; index < table.length; index++) {
    const cells = table[index] ?? []
    if (!isBlank(cells)) addRow(file, index + 1, cells, columns)
  }
  if (file.rows === 0) throw unreadable('empty')
  return file
}

function addRow(file: EmployeeFile, row: number, cells: string[], columns: (ImportColumn | null)[]): void {
  file.rows += 1
  const extra = cells.slice(columns.length).find((cell) => cell !== '')
  if (extra !== undefined) return void file.faults.push({ row, fault: { column: null, code: 'extra-cells', value: extra } })
  const named: ImportCells = {}
  columns.forEach((column, index) => {
    if (column !== null) named[column] = cells[index] ?? ''
  })
  const { draft, faults } = readEmployeeRow(named)
  if (draft !== null) file.drafts.push({ row, draft })
  for (const fault of faults) file.faults.push({ row, fault })
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '')
}

function unreadable(fault: UnreadableFault, columns: string[] = []) {
  return refuse('import-unreadable', { fault, columns: columns.join('、') })
}

/** An XLSX file is a ZIP archive. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

function readCsv(bytes: Uint8Array): string[][] {
  const text = decodeUtf8(bytes)
  try {
    // Uneven rows are ours to name, with their number.
    return parse(text, { relax_column_count: true, trim: true })
  } catch {
    throw unreadable('not-a-table')
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    // Drops a byte order mark. Bytes of GBK and the old XLS format are not valid UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unreadable('not-utf8')
  }
}

async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  try {
    return await sheetRows(bytes)
  } catch {
    throw unreadable('not-a-table')
  }
}
