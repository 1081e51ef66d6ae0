import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'

export interface TokenPair {
  accessToken: string
  refreshToken: string
}

/** 256 random bits as text; says nothing about whom it belongs to. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token. It has 256 bits of its own, so nothing slow is needed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/**
 * The pair that follows a refresh token. It needs both the token, which only its holder has, and the salt, which only
 * the database has: so the same answer can be given twice although neither side ever kept it.
 */
export function pairAfter(refreshToken: string, salt: string): TokenPair {
  const derive = (use: string) => createHmac('sha256', refreshToken).update(`${use} ${salt}`).digest('base64url')
  return { accessToken: derive('access'), refreshToken: derive('refresh') }
}

// Without 0 O 1 I L, which are misread when copied by hand.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

export function newBindCode(): string {
  return Array.from({ length: 8 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')
}

/** Eight characters could be guessed from a bare hash; the key, which is not in the database, prevents that. */
export function hashBindCode(code: string, secret: string): string {
  const typed = code.toUpperCase().replace(/[\s-]/g, '')
  return createHmac('sha256', secret).update(`binding code ${typed}`).digest('hex')
}
