import { randomBytes } from 'node:crypto'

const CODE_LIFE_MS = 5 * 60_000
const PERSONA_PREFIX = 'standin:'

interface Minted<Holder> {
  holder: Holder
  expiresAtMs: number
  isUsed: boolean
}

export interface CodeBook<Holder> {
  /** A login code as the platform's client would get it: for one use within five minutes. */
  mint(holder: Holder): string
  redeem(code: string): Holder | 'invalid' | 'used'
}

/** Login codes. Besides the minted ones `standin:<id>` logs in as that id, any number of times, so that a person can be chosen. */
export function createCodeBook<Holder extends object>(now: () => Date, personaOf: (id: string) => Holder): CodeBook<Holder> {
  const minted = new Map<string, Minted<Holder>>()
  return {
    mint(holder) {
      const code = randomBytes(16).toString('hex')
      minted.set(code, { holder, expiresAtMs: now().getTime() + CODE_LIFE_MS, isUsed: false })
      return code
    },
    redeem(code) {
      if (code.startsWith(PERSONA_PREFIX) && code !== PERSONA_PREFIX) return personaOf(code.slice(PERSONA_PREFIX.length))
      const entry = minted.get(code)
      if (!entry || now().getTime() >= entry.expiresAtMs) return 'invalid'
      if (entry.isUsed) return 'used'
      entry.isUsed = true
      return entry.holder
    },
  }
}
