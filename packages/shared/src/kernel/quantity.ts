import type * as z from 'zod/mini'
import { field, whole } from './zod.ts'

/** Volunteer time (公益时) in whole minutes; people see hours. */
export const minutes = field(whole(0, 100_000_000), 'Minutes, a whole number', 180)
/** Money and charity credit (公益金) in whole fen; people see yuan. */
export const fen = field(whole(-Number.MAX_SAFE_INTEGER), 'Fen (0.01 yuan), a whole number', 30_000)
/** Points (向善积分). */
export const points = field(whole(-Number.MAX_SAFE_INTEGER), 'Points, a whole number', 60)
/** A plain number of people or things. */
export const count = field(whole(0), 'A count', 12)

export type Minutes = z.infer<typeof minutes>
export type Fen = z.infer<typeof fen>
export type Points = z.infer<typeof points>

/** What a step rule grants and what stays for the next time. */
export interface Carry {
  /** Whole units reached by this amount; negative when a reversal crosses back over a step. */
  units: number
  /** What is short of a unit afterwards, always from 0 to `unit - 1`. */
  carried: number
}

/**
 * Turns an amount into whole units, carrying what is short of one (结转零头).
 * Floor division keeps the remainder in range for negative amounts too, so that the sum over any order
 * of gains and reversals is always `floor(total / unit)`.
 */
export function carry(carriedBefore: number, amount: number, unit: number): Carry {
  const total = carriedBefore + amount
  const units = Math.floor(total / unit)
  return { units, carried: total - units * unit }
}

/**
 * Exact proportional share: what `amount` of `per` units brings when the running total moves from
 * `before` to `before + amount`. Only the difference of two floors is paid, so no order loses a fen.
 */
export function share(before: number, amount: number, per: number, grant: number): number {
  return shareOf(before + amount, per, grant) - shareOf(before, per, grant)
}

/** `floor(total × grant / per)`, whole units apart from the rest so that no product outgrows a safe integer. */
function shareOf(total: number, per: number, grant: number): number {
  const units = Math.floor(total / per)
  return units * grant + Math.floor(((total - units * per) * grant) / per)
}

/** Splits a whole over weights, not all zero, so that the parts sum to it exactly; ties go to the earlier part. */
export function splitByLargestRemainder(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + BigInt(b), BigInt(0))
  // A product of two amounts outgrows what a number holds exactly.
  const products = weights.map((weight) => BigInt(whole) * BigInt(weight))
  const parts = products.map((product) => Number(product / sum))
  const order = products
    .map((product, index) => ({ index, remainder: product % sum }))
    .sort((a, b) => (a.remainder < b.remainder ? 1 : a.remainder > b.remainder ? -1 : a.index - b.index))
  const short = whole - parts.reduce((a, b) => a + b, 0)
  for (const { index } of order.slice(0, short)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}
