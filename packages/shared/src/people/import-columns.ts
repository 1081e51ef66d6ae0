import type { Employee } from './shapes.ts'

/** What the columns of an import file may be called; the first is the one the template uses. */
const headings = {
  employeeNo: ['工号', '员工工号', '员工编号', 'employeeNo', 'employeeNumber', 'staffNo', 'staffNumber'],
  name: ['姓名', '员工姓名', 'name'],
  department: ['部门', '所属部门', 'department'],
  city: ['城市', '办公城市', '工作城市', 'city'],
  region: ['区域', '大区', '地区', 'region'],
  employmentType: ['用工类型', '员工类型', 'employmentType'],
  level: ['职级', '管理层级', 'level'],
  sex: ['性别', 'sex', 'gender'],
  ageBand: ['年龄段', 'ageBand'],
  hiredOn: ['入职日期', '入职时间', 'hiredOn', 'hireDate'],
  leftOn: ['离职日期', '最后工作日', 'leftOn', 'leaveDate'],
  branches: ['分会', '所属分会', 'branches', 'branch'],
  wecomUserId: ['企业微信账号', '企微账号', 'wecomUserId', 'userid'],
} as const

export type ImportColumn = keyof typeof headings

/** Columns a file may leave out: what is not given stays as it is. */
export const optionalColumns: readonly ImportColumn[] = ['leftOn', 'branches', 'wecomUserId']

export const importColumns = Object.keys(headings) as ImportColumn[]

/** The words a file may use for a value of a fixed list; compared without spaces and case. */
export const importWords = {
  employmentType: {
    regular: ['正式', '正式员工', '全职'],
    other: ['其他', '非正式', '顾问', '实习', '实习生', '外包'],
  } satisfies Record<Employee['employmentType'], string[]>,
  level: {
    manager: ['管理者', '管理', '管理人员', '经理'],
    other: ['其他', '非管理者', '非管理', '普通员工', '员工'],
  } satisfies Record<Employee['level'], string[]>,
  sex: { male: ['男', 'm'], female: ['女', 'f'], unknown: ['未知', '保密'] } satisfies Record<Employee['sex'], string[]>,
  ageBand: {
    'under-30': ['30岁以下', '30以下', '<30'],
    '30-50': ['30-50岁', '30至50岁', '30到50岁'],
    'over-50': ['50岁以上', '50以上', '>50'],
  } satisfies Record<Employee['ageBand'], string[]>,
}

/** Letters and digits as one would compare them: full width is narrow, case and spaces do not matter. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*.:]/g, '')
}

const columnByHeading = new Map(
  Object.entries(headings).flatMap(([column, names]) => names.map((name) => [plain(name), column as ImportColumn])),
)

export interface Header {
  /** The column each cell of a row belongs to; null for those that are not read. */
  columns: (ImportColumn | null)[]
  missing: string[]
  twice: string[]
  ignored: string[]
}

/** Reads the first row of a file: headings may be Chinese or English and stand in any order. */
export function readHeader(cells: readonly string[]): Header {
  const columns = cells.map((cell) => columnByHeading.get(plain(cell)) ?? null)
  return {
    columns,
    missing: importColumns
      .filter((column) => !optionalColumns.includes(column) && !columns.includes(column))
      .map((column) => headings[column][0]),
    twice: cells.filter((_, index) => columns[index] !== null && columns.indexOf(columns[index] ?? null) !== index),
    ignored: cells.filter((cell, index) => columns[index] === null && cell !== ''),
  }
}

/** The heading of the template. */
export function headingOf(column: ImportColumn): string {
  return headings[column][0]
}
