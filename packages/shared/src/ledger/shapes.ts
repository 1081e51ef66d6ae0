import * as z from 'zod/mini'
import { fen, minutes, points } from '../kernel/quantity.ts'
import { field, instant, named, whole } from '../kernel/zod.ts'

/** Units of the ledger; each account has one. */
export const units = ['minutes', 'fen', 'points', 'leave-minutes'] as const
export type Unit = (typeof units)[number]

/** Accounts every employee owns, with their unit and the bounds the schema holds them to. */
export const employeeAccounts = {
  hours: { unit: 'minutes', min: 0, max: null },
  'carry-hours': { unit: 'minutes', min: 0, max: null },
  // Without a floor: when the policy changed between issue and reversal, what is taken back may exceed what was matched.
  'matched-hours': { unit: 'minutes', min: null, max: null },
  // Own money given and verified (个人捐赠): a fact that is matched, never money in this system.
  gift: { unit: 'fen', min: 0, max: null },
  'carry-gift': { unit: 'fen', min: 0, max: null },
  'matched-gift': { unit: 'fen', min: null, max: null },
  credit: { unit: 'fen', min: 0, max: null },
  'credit-held': { unit: 'fen', min: 0, max: null },
  'credit-owed': { unit: 'fen', min: null, max: 0 },
  points: { unit: 'points', min: null, max: null },
  leave: { unit: 'leave-minutes', min: 0, max: null },
  'leave-held': { unit: 'leave-minutes', min: 0, max: null },
} as const satisfies Record<string, { unit: Unit; min: number | null; max: number | null }>
export type EmployeeAccount = keyof typeof employeeAccounts

/** What a fund project (公益金项目) received and has not been paid out yet. */
export const fundAccounts = { credit: { unit: 'fen', min: 0, max: null } } as const
/** What a payout batch (拨付) carries until the charity confirms it. */
export const payoutAccounts = { credit: { unit: 'fen', min: 0, max: null } } as const

/** Everybody who owns accounts with a balance, by the prefix of the owner's id. */
export const ownedAccounts = { emp: employeeAccounts, fnd: fundAccounts, pay: payoutAccounts } as const satisfies Record<
  string,
  Record<string, { unit: Unit; min: number | null; max: number | null }>
>

/**
 * Mirrors on the company's side; they have no balance row, so nobody queues for them. `carry-hours` and `carry-gift` mirror
 * what was matched too; `paid` is credit that a charity confirmed, `leave-used` is leave that was taken.
 */
export const systemAccounts = {
  hours: 'minutes',
  'carry-hours': 'minutes',
  gift: 'fen',
  'carry-gift': 'fen',
  credit: 'fen',
  paid: 'fen',
  points: 'points',
  leave: 'leave-minutes',
  'leave-used': 'leave-minutes',
} as const satisfies Record<string, Unit>
export type SystemAccount = keyof typeof systemAccounts

const hoursJournal = ['emp/hours', 'emp/carry-hours', 'emp/matched-hours', 'emp/credit', 'emp/credit-owed', 'emp/points'] as const
const hoursMirrors = ['system/hours', 'system/carry-hours', 'system/credit', 'system/points'] as const
const giftJournal = ['emp/gift', 'emp/carry-gift', 'emp/matched-gift', 'emp/credit', 'emp/credit-owed'] as const
const giftMirrors = ['system/gift', 'system/carry-gift', 'system/credit'] as const

/** Every kind of journal with the accounts it may touch, by owner; the proof holds each journal to its line. */
export const journalChart = {
  'hours-issued': [...hoursJournal, ...hoursMirrors],
  'hours-corrected': [...hoursJournal, ...hoursMirrors],
  'gift-matched': [...giftJournal, ...giftMirrors],
  'gift-refunded': [...giftJournal, ...giftMirrors],
  'donation-held': ['emp/credit', 'emp/credit-held'],
  'donation-released': ['emp/credit', 'emp/credit-held'],
  'donation-settled': ['emp/credit-held', 'fnd/credit'],
  'payout-built': ['fnd/credit', 'pay/credit'],
  'payout-confirmed': ['pay/credit', 'system/paid'],
  'payout-bounced': ['pay/credit', 'fnd/credit'],
  'points-earned': ['emp/points', 'system/points'],
  'points-spent': ['emp/points', 'system/points'],
  'points-refunded': ['emp/points', 'system/points'],
  'leave-granted': ['emp/leave', 'system/leave'],
  'leave-lapsed': ['emp/leave', 'system/leave'],
  'leave-held': ['emp/leave', 'emp/leave-held'],
  'leave-released': ['emp/leave', 'emp/leave-held'],
  'leave-used': ['emp/leave-held', 'system/leave-used'],
} as const satisfies Record<string, readonly string[]>
export type JournalKind = keyof typeof journalChart
export const journalKinds = Object.keys(journalChart) as [JournalKind, ...JournalKind[]]

export const balances = named(
  'Balances',
  'What a person has, each a sum of ledger entries',
  z.object({
    minutes: field(minutes, 'Volunteer minutes issued', 2190),
    creditFen: field(fen, 'Charity credit that can be given', 160_000),
    creditHeldFen: field(fen, 'Credit inside the cooling time of a donation', 0),
    creditOwedFen: field(fen, 'Debt that later credit pays first; zero or positive', 0),
    giftFen: field(fen, 'Own donations that were verified', 50_000),
    points: field(points, 'Points', 840),
    leaveMinutes: field(minutes, 'Charity leave that can be asked for', 480),
    leaveHeldMinutes: field(minutes, 'Charity leave asked for and not taken yet', 0),
    carriedMinutes: field(minutes, 'Minutes kept towards the next unit', 30),
    carriedGiftFen: field(fen, 'Own donation kept towards the next unit', 4000),
    asOf: instant,
  }),
)
export type Balances = z.infer<typeof balances>

export const nextGrant = named(
  'NextGrant',
  'How far it is to the next unit of credit, by the policy in force today',
  z.object({
    unitMinutes: minutes,
    carriedMinutes: minutes,
    minutesToGo: minutes,
    grantFen: fen,
  }),
)
export type NextGrant = z.infer<typeof nextGrant>

export const entry = named(
  'Entry',
  'An entry of a journal: from or to an account, in that account’s unit',
  z.object({
    account: field(z.string(), 'Account path', 'emp_0d3k9x2m4q7rt/credit'),
    unit: z.enum(units),
    amount: field(whole(-Number.MAX_SAFE_INTEGER), 'Positive arrives, negative leaves', 30_000),
  }),
)
export type Entry = z.infer<typeof entry>
