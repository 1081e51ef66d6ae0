import type PdfDocument from 'pdfkit'
import { shanghaiClock } from '@yijian/shared/kernel/time'
import { qrPath } from '../core/drawing/qr.ts'
import type { ServiceLine } from './read.ts'
import { spokenHours } from './spoken-hours.ts'

/** What a paper says; all of it frozen. */
export interface CertificateContent {
  certificateNo: string
  name: string
  department: string
  fromOn: string
  toOn: string
  minutes: number
  sessions: number
  contentHash: string
  issuedAt: Date
  lines: readonly ServiceLine[]
  checkUrl: string
}

/** The document as it is drawn on. */
export type Paper = InstanceType<typeof PdfDocument>

const WIDTH = 595.28
export const MARGIN = 56
const INNER = WIDTH - 2 * MARGIN

export const ink = { text: '#17211d', soft: '#5f6c66', line: '#dfe6e2', brand: '#0b7a58', tint: '#eaf4ef' }

/** How far down sessions are listed, on the first page and on those after it. */
export const FRONT_BOTTOM = 668
export const NEXT_BOTTOM = 772

/** All of the first page but its table; says where that begins, since a long name takes more lines. */
export function drawFront(paper: Paper, content: CertificateContent): number {
  drawHead(paper, content)
  drawCheck(paper, content)
  drawStatement(paper, content)
  const top = paper.y + 14
  drawFigures(paper, content, top)
  return top + 86 + 26
}

function drawHead(paper: Paper, { certificateNo }: CertificateContent): void {
  paper.rect(0, 0, WIDTH, 8).fill(ink.brand)
  paper.roundedRect(MARGIN, 44, 26, 26, 8).fill(ink.brand)
  put(paper, '益', { x: MARGIN, y: 49.5, size: 14, font: 'bold', colour: '#ffffff', width: 26, align: 'center' })
  put(paper, '益践', { x: MARGIN + 36, y: 47, size: 14, font: 'bold' })
  put(paper, `编号 ${certificateNo}`, { x: MARGIN, y: 51, size: 9.5, colour: ink.soft, width: INNER, align: 'right' })
  put(paper, '志愿服务证明', { x: MARGIN, y: 104, size: 32, font: 'bold' })
  put(paper, 'Certificate of Volunteer Service', { x: MARGIN, y: 148, size: 12, colour: ink.soft })
}

function drawStatement(paper: Paper, { name, department, fromOn, toOn, minutes, sessions }: CertificateContent): void {
  const hours = spokenHours(minutes)
  const zh = `兹证明 ${name}（${department}）自 ${dayZh(fromOn)}至 ${dayZh(toOn)}期间，参加员工志愿服务 ${sessions} 场，累计服务 ${hours} 小时。`
  const en = `This certifies that ${name} gave ${hours} hours of volunteer service in ${sessions} ${sessions === 1 ? 'session' : 'sessions'} from ${fromOn} to ${toOn}.`
  put(paper, zh, { x: MARGIN, y: 188, size: 13, width: INNER, lineGap: 8 })
  put(paper, en, { x: MARGIN, y: paper.y + 2, size: 9.5, colour: ink.soft, width: INNER, lineGap: 3 })
}

function drawFigures(paper: Paper, { fromOn, toOn, minutes, sessions }: CertificateContent, top: number): void {
  paper.roundedRect(MARGIN, top, INNER, 86, 14).fill(ink.tint)
  const columns = [
    { x: MARGIN + 22, words: `志愿服务时长 · 合 ${grouped(minutes)} 分钟`, value: spokenHours(minutes), unit: '小时' },
    { x: MARGIN + 206, words: '服务场次', value: String(sessions), unit: '场' },
  ]
  for (const { x, words, value, unit } of columns) {
    put(paper, words, { x, y: top + 15, size: 9.5, colour: ink.soft })
    put(paper, value, { x, y: top + 31, size: 29, font: 'bold', colour: ink.brand })
    const after = x + paper.font('bold').fontSize(29).widthOfString(value) + 5
    put(paper, unit, { x: after, y: top + 48, size: 11, colour: ink.brand })
  }
  put(paper, '服务期间', { x: MARGIN + 316, y: top + 15, size: 9.5, colour: ink.soft })
  put(paper, `${dayZh(fromOn)} 至`, { x: MARGIN + 316, y: top + 36, size: 12 })
  put(paper, dayZh(toOn), { x: MARGIN + 316, y: top + 55, size: 12 })
}

/** How a reader finds out whether the paper is true: a code, a number and what they are good for. */
function drawCheck(paper: Paper, { checkUrl, certificateNo, contentHash, issuedAt }: CertificateContent): void {
  const top = 688
  const side = 84
  const { modules, path } = qrPath(checkUrl)
  paper
    .save()
    .translate(MARGIN, top)
    .scale(side / modules)
    .path(path)
    .fill('#000000')
    .restore()
  const x = MARGIN + side + 18
  put(paper, '扫码核验真伪', { x, y: top + 2, size: 11, font: 'bold' })
  put(paper, '以核验页显示为准。所列公益时若经更正，核验页会注明本证明已被取代。', {
    x,
    y: top + 21,
    size: 8.5,
    colour: ink.soft,
    width: 200,
    lineGap: 3,
  })
  put(paper, certificateNo, { x, y: top + 57, size: 10, font: 'bold' })
  put(paper, `内容摘要 ${contentHash.slice(0, 16)}`, { x, y: top + 72, size: 7.5, colour: ink.soft })
  const right = { x: MARGIN, width: INNER, align: 'right' as const }
  put(paper, '益践 · 员工志愿服务', { ...right, y: top + 42, size: 12, font: 'bold' })
  put(paper, `开具于 ${dayOf(issuedAt)}`, { ...right, y: top + 62, size: 10, colour: ink.soft })
}

export function drawPageFoot(paper: Paper, { certificateNo }: CertificateContent, { page, of }: { page: number; of: number }): void {
  const words = of === 1 ? certificateNo : `${certificateNo}　第 ${page} 页，共 ${of} 页`
  put(paper, words, { x: MARGIN, y: 804, size: 8, colour: ink.soft, width: INNER, align: 'center' })
}

interface Put {
  x: number
  y: number
  size: number
  font?: 'regular' | 'bold'
  colour?: string
  width?: number
  align?: 'left' | 'center' | 'right'
  lineGap?: number
}

export function put(paper: Paper, words: string, { x, y, size, font = 'regular', colour = ink.text, ...layout }: Put): void {
  paper.font(font).fontSize(size).fillColor(colour)
  // Without a width there is no line to break.
  paper.text(words, x, y, layout.width === undefined ? { lineBreak: false } : layout)
}

function dayZh(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return `${year} 年 ${month} 月 ${date} 日`
}

function dayOf(at: Date): string {
  const { year, month, date } = shanghaiClock(at)
  return `${year} 年 ${month} 月 ${date} 日`
}

function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}
