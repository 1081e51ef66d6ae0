import { MARGIN, type Paper, ink, put } from './paper.ts'
import type { ServiceLine } from './read.ts'
import { spokenHours } from './spoken-hours.ts'

export const ROW_HEIGHT = 21
const RIGHT = 595.28 - MARGIN
const HOURS_WIDTH = 70
const DAY_WIDTH = 84
const TITLE_WIDTH = RIGHT - MARGIN - DAY_WIDTH - HOURS_WIDTH

/** Draws the heads of the columns and says where the first row begins. */
export function drawTableHead(paper: Paper, top: number): number {
  const head = { y: top, size: 9, colour: ink.soft }
  put(paper, '服务日期', { ...head, x: MARGIN })
  put(paper, '项目与场次', { ...head, x: MARGIN + DAY_WIDTH })
  put(paper, '时长（小时）', { ...head, x: RIGHT - HOURS_WIDTH, width: HOURS_WIDTH, align: 'right' })
  rule(paper, top + 16)
  return top + 18
}

export function drawRow(paper: Paper, top: number, line: ServiceLine): void {
  const row = { y: top + 4, size: 9.5 }
  put(paper, line.servedOn, { ...row, x: MARGIN })
  put(paper, fit(paper, titleOf(line), TITLE_WIDTH - 8), { ...row, x: MARGIN + DAY_WIDTH })
  put(paper, spokenHours(line.minutes), { ...row, x: RIGHT - HOURS_WIDTH, width: HOURS_WIDTH, align: 'right' })
  rule(paper, top + ROW_HEIGHT - 1)
}

/** In place of the sessions that no longer fit. */
export function drawRest(paper: Paper, top: number, rest: readonly ServiceLine[]): void {
  const minutes = rest.reduce((sum, line) => sum + line.minutes, 0)
  const words = `另有 ${rest.length} 场、${spokenHours(minutes)} 小时未逐一列出，均已计入合计。`
  put(paper, words, { x: MARGIN, y: top + 6, size: 9.5, colour: ink.soft })
}

/** A session is mostly named after its project; then once is enough. */
function titleOf({ projectTitle, sessionTitle }: ServiceLine): string {
  return sessionTitle.startsWith(projectTitle) ? sessionTitle : `${projectTitle} · ${sessionTitle}`
}

/** As much of a title as fits one line. */
function fit(paper: Paper, words: string, width: number): string {
  paper.font('regular').fontSize(9.5)
  if (paper.widthOfString(words) <= width) return words
  const characters = [...words]
  while (characters.length > 0 && paper.widthOfString(`${characters.join('')}…`) > width) characters.pop()
  return `${characters.join('')}…`
}

function rule(paper: Paper, y: number): void {
  paper.moveTo(MARGIN, y).lineTo(RIGHT, y).lineWidth(0.5).strokeColor(ink.line).stroke()
}
