import * as z from 'zod/mini'
import { field, instant, named, text } from '../kernel/zod.ts'
import { login } from './shapes.ts'

/** What the code of a hand-off begins with, so that a scanner tells it from a check-in code. */
const PREFIX = 'yijian:login:'

/** The text of the code on the screen of a computer that wants to log in. */
export function handOffCodeText(code: string): string {
  return `${PREFIX}${code}`
}

/** The code in a scanned text; undefined when the text is something else. */
export function readHandOffCode(scanned: string): string | undefined {
  return scanned.startsWith(PREFIX) ? scanned.slice(PREFIX.length) : undefined
}

/** 256 random bits as text. */
const token = z.string().check(z.regex(/^[\w-]{43}$/))

export const handOffInput = z.object({ browser: field(text(80), 'The browser as it names itself, shown on the phone', 'Chrome · Windows') })
export const handOffCode = z.object({ code: field(token, 'What the code on the screen says after its beginning') })
export const handOffSecret = z.object({ secret: field(token, 'What only the waiting browser knows') })

/** A login that a computer asks for and a phone gives (扫码登录电脑). */
export const handOff = named(
  'HandOff',
  'A login that a computer asks for: the code is shown, the secret stays in the browser',
  z.object({ code: token, secret: token, expiresAt: instant }),
)
export type HandOff = z.infer<typeof handOff>

export const handOffView = named(
  'HandOffView',
  'What a person sees on the phone before they confirm',
  z.object({ browser: z.string(), askedAt: instant, expiresAt: instant }),
)
export type HandOffView = z.infer<typeof handOffView>

export const handOffPoll = named(
  'HandOffPoll',
  'Whether the phone has confirmed; the login comes exactly once',
  z.object({ state: z.enum(['waiting', 'cancelled', 'confirmed']), login: field(z.nullable(login), 'Only with `confirmed`') }),
)
