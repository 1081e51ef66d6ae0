import type { FieldError } from '../http/problem.ts'
import type { Bilingual } from '../kernel/language.ts'
import { type ImportColumn, headingOf, importWords } from './import-columns.ts'
import type { CellFault, CellFaultCode } from './import-row.ts'

const LONGEST_QUOTE = 24

/** Why a cell is refused, as the person who made the file reads it. */
const words: Record<CellFaultCode, (value: string, column: ImportColumn | null) => Bilingual> = {
  missing: () => ({ zh: '不能为空', en: 'is empty' }),
  formula: (value) => ({
    zh: `“${value}”以公式符号（= + - @）开头，请改为普通文本`,
    en: `“${value}” begins like a formula (= + - @); make it plain text`,
  }),
  'bad-text': (value) => ({ zh: `“${value}”太长，或含有不可见的字符`, en: `“${value}” is too long or holds invisible characters` }),
  'bad-number': (value) => ({
    zh: `“${value}”只能由字母、数字、- 和 _ 组成，最多 32 位`,
    en: `“${value}” may hold letters, digits, - and _ only, 32 at most`,
  }),
  'bad-wecom': (value) => ({ zh: `“${value}”不是有效的企业微信账号`, en: `“${value}” is not a WeCom account` }),
  'bad-day': (value) => ({
    zh: `“${value}”不是有效日期，请写成 2026-11-20、2026/11/20 或 20261120`,
    en: `“${value}” is not a date; write 2026-11-20, 2026/11/20 or 20261120`,
  }),
  'not-one-of': (value, column) => {
    const choices = Object.entries<string[]>(importWords[column as keyof typeof importWords])
    return {
      zh: `“${value}”无法识别，请填写：${choices.map(([, names]) => names[0]).join('、')}`,
      en: `“${value}” is not known; use one of: ${choices.map(([word]) => word).join(', ')}`,
    }
  },
  'left-before-hired': (value) => ({ zh: `离职日期 ${value} 早于入职日期`, en: `the last day ${value} lies before the hire date` }),
  'bad-branches': (value) => ({
    zh: `“${value}”不是分会代码，多个代码请用逗号隔开`,
    en: `“${value}” is not a list of branch codes; separate them by commas`,
  }),
  'extra-cells': (value) => ({
    zh: `表头之外还有内容“${value}”，可能是多了一个分隔符`,
    en: `“${value}” stands beyond the header; there may be one separator too many`,
  }),
  'number-twice': (value) => ({ zh: `与第 ${value} 行的工号重复`, en: `has the staff number of row ${value} again` }),
  'wecom-twice': (value) => ({ zh: `与第 ${value} 行的企业微信账号重复`, en: `has the WeCom account of row ${value} again` }),
  'wecom-taken': (value) => ({
    zh: `企业微信账号“${value}”属于另一名员工`,
    en: `the WeCom account “${value}” belongs to another employee`,
  }),
  'branch-unknown': (value) => ({ zh: `没有代码为“${value}”的分会，请先创建`, en: `there is no branch “${value}”; open it first` }),
}

/** A fault with its place in the file: rows count as the spreadsheet shows them. */
export function cellError(row: number, { column, code, value }: CellFault): FieldError {
  const quote = value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value
  const { zh, en } = words[code](quote, column)
  if (column === null) return { at: `row ${row}`, zh: `第 ${row} 行：${zh}。`, en: `Row ${row}: ${en}.` }
  return { at: `row ${row}, column ${column}`, zh: `第 ${row} 行「${headingOf(column)}」：${zh}。`, en: `Row ${row}, “${column}”: ${en}.` }
}
