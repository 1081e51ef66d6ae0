import PdfDocument from 'pdfkit'
import { fontBytes } from '../core/drawing/fonts.ts'
import { type CertificateContent, FRONT_BOTTOM, MARGIN, NEXT_BOTTOM, type Paper, drawFront, drawPageFoot } from './paper.ts'
import type { ServiceLine } from './read.ts'
import { ROW_HEIGHT, drawRest, drawRow, drawTableHead } from './table.ts'

/** A paper stays a paper: further sessions are counted, not listed. */
const MAX_PAGES = 4

/** Prints a certificate as PDF with its fonts embedded, so that it reads alike everywhere. */
export async function printCertificate(content: CertificateContent): Promise<Uint8Array> {
  const paper = new PdfDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: `志愿服务证明 ${content.certificateNo}`,
      Author: '益践',
      Subject: `${content.name} ${content.fromOn} – ${content.toOn}`,
      CreationDate: content.issuedAt,
    },
  })
  const bytes = collect(paper)
  for (const weight of ['regular', 'bold'] as const) paper.registerFont(weight, fontBytes(weight))
  drawTable(paper, content.lines, drawFront(paper, content))
  const { count } = paper.bufferedPageRange()
  for (let at = 0; at < count; at++) {
    paper.switchToPage(at)
    drawPageFoot(paper, content, { page: at + 1, of: count })
  }
  paper.end()
  return bytes
}

function drawTable(paper: Paper, lines: readonly ServiceLine[], top: number): void {
  let y = drawTableHead(paper, top)
  let bottom = FRONT_BOTTOM
  let pages = 1
  for (const [at, line] of lines.entries()) {
    if (y + ROW_HEIGHT > bottom) {
      if (pages === MAX_PAGES) return drawRest(paper, y, lines.slice(at))
      paper.addPage()
      pages += 1
      bottom = NEXT_BOTTOM
      y = drawTableHead(paper, MARGIN)
    }
    drawRow(paper, y, line)
    y += ROW_HEIGHT
  }
}

function collect(paper: Paper): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    paper.on('data', (chunk: Buffer) => chunks.push(chunk))
    paper.on('end', () => resolve(Buffer.concat(chunks)))
    paper.on('error', reject)
  })
}
