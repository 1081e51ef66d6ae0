import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { qrInPicture } from './qr.ts'

/** A PDF as independent readers see it: its words, its pages, its fonts and the code on the first page. */
export function readPaper(bytes: Uint8Array): { text: string; pages: number; fonts: string[]; qr: string } {
  return inFolder((folder) => {
    const path = join(folder, 'paper.pdf')
    writeFileSync(path, bytes)
    const run = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8' })
    run('pdftoppm', '-r', '110', '-f', '1', '-l', '1', '-singlefile', '-png', path, join(folder, 'page'))
    return {
      text: run('pdftotext', '-layout', path, '-'),
      pages: Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', path))?.[1]),
      fonts: run('pdffonts', path).trim().split('\n').slice(2),
      qr: qrInPicture(join(folder, 'page.png')),
    }
  })
}

/** The code on a PNG, read by an independent reader, and its size from its header. */
export function readPicture(base64: string): { qr: string; width: number; height: number } {
  return inFolder((folder) => {
    const path = join(folder, 'picture.png')
    writeFileSync(path, Buffer.from(base64, 'base64'))
    const header = readFileSync(path)
    return { qr: qrInPicture(path), width: header.readUInt32BE(16), height: header.readUInt32BE(20) }
  })
}

function inFolder<T>(fn: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'yijian-paper-'))
  try {
    return fn(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
