import * as z from 'zod/mini'
import { field } from './zod.ts'

/**
 * Ids are made by the application, never by the database: a prefix that names the thing and thirteen
 * characters that sort by time (42 bits of milliseconds, 22 bits of process and counter).
 */
export const idPrefixes = {
  employee: 'emp',
  branch: 'brn',
  roleGrant: 'rol',
  login: 'lgn',
  bindCode: 'bnd',
  wechatBinding: 'wxb',
  importRun: 'imp',
  project: 'prj',
  projectHost: 'hst',
  review: 'rev',
  session: 'ses',
  signup: 'sgn',
  scan: 'scn',
  attendance: 'att',
  policy: 'pol',
  journal: 'jnl',
  badge: 'bdg',
  file: 'fil',
  fundProject: 'fnd',
  fundReport: 'frp',
  claim: 'clm',
  donation: 'don',
  payout: 'pay',
  pointTask: 'ptk',
  taskAward: 'pta',
  shopItem: 'itm',
  order: 'ord',
  certificate: 'crt',
  leave: 'lve',
  cycle: 'cyc',
  nomination: 'nom',
  score: 'scr',
  objection: 'obj',
  export: 'exp',
  handOff: 'hnd',
  notice: 'ntc',
  audit: 'aud',
  message: 'msg',
  request: 'req',
} as const

export type IdKind = keyof typeof idPrefixes

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 13

/** The shape of an id of one kind, e.g. `ses_0d3k9x2m4q7rt`. */
export function id(kind: IdKind) {
  const prefix = idPrefixes[kind]
  return field(z.string().check(z.regex(new RegExp(`^${prefix}_[${ALPHABET}]{${LENGTH}}$`))), `Id of a ${kind}`, `${prefix}_0d3k9x2m4q7rt`)
}

/** Makes ids that sort by time; `node` (0-1023) keeps several processes apart. */
export function createIdMaker(node: number, clock: () => number) {
  let lastMs = 0
  let counter = 0
  return (kind: IdKind): string => {
    const ms = Math.max(clock(), lastMs)
    counter = ms === lastMs ? counter + 1 : 0
    lastMs = ms
    // 4096 ids in one millisecond borrow the next millisecond instead of colliding.
    if (counter > 4095) {
      counter = 0
      lastMs += 1
    }
    const value = (BigInt(lastMs) << 22n) | (BigInt(node) << 12n) | BigInt(counter)
    return `${idPrefixes[kind]}_${encode(value)}`
  }
}

function encode(value: bigint): string {
  let rest = value
  let out = ''
  for (let i = 0; i < LENGTH; i++) {
    out = ALPHABET.charAt(Number(rest & 31n)) + out
    rest >>= 5n
  }
  return out
}
