import type { SheetKey } from '@yijian/shared/stats/keys'
import { createReadStream, createWriteStream } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type FigureUnit, MISSING, sheetNames } from '@yijian/shared/stats/names'
import { plainCell } from '@yijian/shared/stats/rules'
// yazl: a small, well-kept writer of ZIP files that streams each entry.
import yazl from 'yazl'

export interface Column {
  heading: string
  unit?: FigureUnit | undefined
  width?: number | undefined
}
/** Null is a figure that does not exist, printed as “—”; a real zero is a number. */
export type Cell = string | number | null

/** A sheet on its way to both formats: nothing of it is kept in memory but the last few kilobytes. */
export interface Sheet {
  add: (cells: readonly Cell[]) => Promise<void>
  close: () => Promise<number>
}

const FLUSH_CHARACTERS = 64 * 1024

async function openText(path: string) {
  const handle: FileHandle = await open(path, 'w', 0o600)
  let waiting = ''
  const flush = async () => {
    await handle.write(waiting)
    waiting = ''
  }
  return {
    async write(text: string) {
      waiting += text
      if (waiting.length >= FLUSH_CHARACTERS) await flush()
    },
    async close() {
      await flush()
      await handle.close()
    },
  }
}

const xmlPath = (folder: string, key: SheetKey) => join(folder, `${key}.xml`)
const csvPath = (folder: string, key: SheetKey) => join(folder, `${key}.csv`)

export async function openSheet(folder: string, key: SheetKey, columns: readonly Column[]): Promise<Sheet> {
  await mkdir(folder, { recursive: true })
  const [xml, csv] = [await openText(xmlPath(folder, key)), await openText(csvPath(folder, key))]
  await xml.write(
    sheetHead(columns) +
      xmlRow(
        1,
        columns.map(({ heading }) => heading),
        () => HEADING_STYLE,
      ),
  )
  await csv.write(`\uFEFF${csvRow(columns.map(({ heading }) => heading))}`)
  let rows = 0
  return {
    async add(cells) {
      rows += 1
      await xml.write(xmlRow(rows + 1, cells, (at) => styles[columns[at]?.unit ?? 'text']))
      await csv.write(csvRow(cells))
    },
    async close() {
      await xml.write('</sheetData></worksheet>')
      await Promise.all([xml.close(), csv.close()])
      return rows
    },
  }
}

const HEADING_STYLE = 1
const styles: Record<FigureUnit | 'text', number> = {
  text: 0,
  people: 2,
  times: 2,
  sessions: 2,
  projects: 2,
  badges: 2,
  points: 2,
  fen: 3,
  minutes: 4,
  days: 4,
  'basis-points': 4,
}

// oxlint-disable-next-line no-control-regex -- XML 1.0 knows no such characters
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(NOT_XML, '').replace(/[&<>"]/g, (letter) => escapes[letter] ?? '')

/** Text stands inline and is text whatever it begins with: only an `<f>` would be a formula, and none is ever written. */
function xmlRow(number: number, cells: readonly Cell[], styleOf: (at: number) => number): string {
  const written = cells.map((cell, at) => {
    const style = styleOf(at)
    if (typeof cell === 'number') return `<c s="${style}"><v>${cell}</v></c>`
    return `<c s="${style === HEADING_STYLE ? style : 0}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell ?? MISSING)}</t></is></c>`
  })
  return `<row r="${number}">${written.join('')}</row>`
}

function csvRow(cells: readonly Cell[]): string {
  const written = cells.map((cell) => {
    if (typeof cell === 'number') return String(Number(cell.toFixed(6)))
    return `"${plainCell(cell ?? MISSING).replaceAll('"', '""')}"`
  })
  return `${written.join(',')}\r\n`
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

function sheetHead(columns: readonly Column[]): string {
  const widths = columns.map(({ width = 14 }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`
}

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.##"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`

/** The workbook around the sheets; `at` is the time inside the archive, so that the same snapshot gives the same file. */
export async function writeWorkbook(folder: string, keys: readonly SheetKey[], { path, at }: { path: string; at: Date }): Promise<void> {
  const zip = new yazl.ZipFile()
  const put = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, { mtime: at })
  const each = (one: (key: SheetKey, number: number) => string) => keys.map((key, index) => one(key, index + 1)).join('')
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  put(
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`)}</Types>`,
  )
  put(
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  put(
    'xl/workbook.xml',
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((key, n) => `<sheet name="${sheetNames[key].zh}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
  )
  put(
    'xl/_rels/workbook.xml.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  )
  put('xl/styles.xml', STYLES)
  for (const [index, key] of keys.entries()) zip.addFile(xmlPath(folder, key), `xl/worksheets/sheet${index + 1}.xml`, { mtime: at })
  await finish(zip, path)
}

/** One CSV for each sheet, in a ZIP; numbered in their order. */
export async function writeCsvs(folder: string, keys: readonly SheetKey[], { path, at }: { path: string; at: Date }): Promise<void> {
  const zip = new yazl.ZipFile()
  for (const [index, key] of keys.entries()) zip.addFile(csvPath(folder, key), `${index + 1}-${sheetNames[key].zh}.csv`, { mtime: at })
  await finish(zip, path)
}

async function finish(zip: yazl.ZipFile, path: string): Promise<void> {
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }))
}

export const readBack = (path: string): AsyncIterable<Uint8Array> => createReadStream(path)
