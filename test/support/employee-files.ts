import { strToU8, zipSync } from 'fflate'

const HEADER = ['工号', '姓名', '部门', '城市', '区域', '用工类型', '职级', '性别', '年龄段', '入职日期']
const ROW = ['E10086', '陈小禾', '技术工程', '深圳', '华南', '正式', '其他', '女', '30-50', '2024-03-01']

/** A file of people as HR would send it: each row tells only what differs, by heading; new headings make columns. */
export function employeeTable(...rows: Record<string, string>[]): string[][] {
  const header = [...new Set([...HEADER, ...rows.flatMap(Object.keys)])]
  return [header, ...rows.map((row) => header.map((heading, index) => row[heading] ?? ROW[index] ?? ''))]
}

/** As a spreadsheet writes "CSV UTF-8": with a byte order mark and Windows line ends. */
export function csvOf(table: string[][]): Uint8Array {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return Buffer.from(`\ufeff${table.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`)
}

/** A day as a spreadsheet keeps it: a number of days with the look of a date. */
export interface SheetDay {
  day: number
}

/** A workbook of one sheet with shared texts, numbers, days and gaps. */
export function xlsxOf(table: (string | number | SheetDay)[][]): Uint8Array {
  const texts: string[] = []
  const cell = (value: string | number | SheetDay, place: string) => {
    if (typeof value === 'object') return `<c r="${place}" s="1"><v>${value.day}</v></c>`
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
    return value === '' ? '' : `<c r="${place}" t="s"><v>${texts.push(value) - 1}</v></c>`
  }
  const rows = table.map((cells, row) => {
    const inner = cells.map((value, column) => cell(value, `${String.fromCharCode(65 + column)}${row + 1}`)).join('')
    return inner === '' ? '' : `<row r="${row + 1}">${inner}</row>`
  })
  return zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
        '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
        'xl/workbook.xml': `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="员工" sheetId="1" r:id="r0"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': relations([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['sharedStrings', 'sharedStrings.xml'],
          ['styles', 'styles.xml'],
        ]),
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SHEET}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
        'xl/sharedStrings.xml': `<sst xmlns="${SHEET}">${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
        'xl/styles.xml': `<styleSheet xmlns="${SHEET}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
      }).map(([name, xml]) => [name, strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`)]),
    ),
  )
}

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

function relations(targets: [type: string, target: string][]): string {
  const each = targets.map(([type, target], index) => `<Relationship Id="r${index}" Type="${OFFICE}/${type}" Target="${target}"/>`)
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
