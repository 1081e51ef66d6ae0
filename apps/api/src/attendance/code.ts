import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ScanKind } from '@yijian/shared/attendance/shapes'
import { epochSeconds, fromEpochSeconds } from '@yijian/shared/kernel/time'

/**
 * The rotating code (签到码) is text that nobody can make or move to another session, kind or time without the
 * secret. Capitals, digits and dots only: a QR image packs these into the fewest modules.
 */
const SHAPE = /^YJ1\.([0-9A-Z]{13})\.([IO])\.([0-9A-Z]{6,8})\.([0-9A-F]{24})$/

interface CodeSettings {
  codeEverySeconds: number
  codeGoodSeconds: number
}

export interface CodeContent {
  sessionId: string
  kind: ScanKind
  /** Start of the time slot it was made for. */
  slotSecond: number
}

/** The slot an instant lies in: every phone that hosts a session shows the same code at the same time. */
export function slotAt(now: Date, { codeEverySeconds }: CodeSettings): number {
  const second = epochSeconds(now)
  return second - (second % codeEverySeconds)
}

/** When the next code is due and until when this one counts; a code counts at least as long as it is shown. */
export function codeLife(slotSecond: number, { codeEverySeconds, codeGoodSeconds }: CodeSettings): { nextAt: Date; goodUntil: Date } {
  return {
    nextAt: fromEpochSeconds(slotSecond + codeEverySeconds),
    goodUntil: fromEpochSeconds(slotSecond + Math.max(codeGoodSeconds, codeEverySeconds)),
  }
}

export function writeCode(secret: string, { sessionId, kind, slotSecond }: CodeContent): string {
  const content = ['YJ1', sessionId.slice('ses_'.length), kind === 'in' ? 'i' : 'o', slotSecond.toString(36)].join('.').toUpperCase()
  return `${content}.${signature(secret, content)}`
}

/** What a code says, or null for anything this system has not made. */
export function readCode(secret: string, code: string): CodeContent | null {
  const match = SHAPE.exec(code)
  if (match === null) return null
  const [, session = '', kind, slot = '', given = ''] = match
  const content = code.slice(0, -given.length - 1)
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(signature(secret, content)))) return null
  return { sessionId: `ses_${session.toLowerCase()}`, kind: kind === 'I' ? 'in' : 'out', slotSecond: Number.parseInt(slot, 36) }
}

/** 96 bits of HMAC-SHA-256: far beyond guessing at the pace scans are taken, and the image stays small. */
function signature(secret: string, content: string): string {
  return createHmac('sha256', secret).update(content).digest('hex').slice(0, 24).toUpperCase()
}
