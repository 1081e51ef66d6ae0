import { createHmac, timingSafeEqual } from 'node:crypto'
import { epochSeconds, fromEpochSeconds } from '@yijian/shared/kernel/time'

/** A link names the file and its end, and nobody can make or lengthen one without the secret. */
const SHAPE = /^([0-9a-hjkmnp-tv-z]{13})\.([0-9a-z]{6,8})\.([\w-]{22})$/

export function writeToken(secret: string, { fileId, endsAt }: { fileId: string; endsAt: Date }): string {
  const content = `${fileId.slice('fil_'.length)}.${epochSeconds(endsAt).toString(36)}`
  return `${content}.${signature(secret, content)}`
}

/** What a token says, or null for anything this system has not made. */
export function readToken(secret: string, token: string): { fileId: string; endsAt: Date } | null {
  const match = SHAPE.exec(token)
  if (match === null) return null
  const [, file = '', end = '', given = ''] = match
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(signature(secret, `${file}.${end}`)))) return null
  return { fileId: `fil_${file}`, endsAt: fromEpochSeconds(Number.parseInt(end, 36)) }
}

/** 128 bits of HMAC-SHA-256, kept apart from the other uses of the secret by its first word. */
function signature(secret: string, content: string): string {
  return createHmac('sha256', secret).update(`file:${content}`).digest('base64url').slice(0, 22)
}
