import { type FigureUnit, MISSING } from '@yijian/shared/stats/names'
import { count, hours } from '@/lib/format'

/** A figure as it is read in its unit; “—” where there is none, 0 where it is zero. */
export function figureText(unit: FigureUnit, value: number | null): string {
  if (value === null) return MISSING
  if (unit === 'minutes') return hours(value)
  if (unit === 'fen') return decimals(value / 100, value % 100 === 0 ? 0 : 2)
  if (unit === 'basis-points') return decimals(value / 100, 1)
  if (unit === 'days') return decimals(value / 480, value % 480 === 0 ? 0 : 1)
  return count(value)
}

function decimals(value: number, digits: number): string {
  const [whole = '0', rest] = Math.abs(value).toFixed(digits).split('.')
  const text = rest === undefined ? count(Number(whole)) : `${count(Number(whole))}.${rest}`
  return value < 0 ? count(-1).replace('1', text) : text
}
