import type { Language } from '@yijian/shared/kernel/language'
import { givableFen } from '@yijian/shared/giving/rules'
import type { Fen } from '@yijian/shared/kernel/quantity'
import type { Balances, JournalKind, Unit } from '@yijian/shared/ledger/shapes'
import type { StatementLine } from '@yijian/shared/statement/shapes'
import { count, duration, hours, yuanChange, yuanParts } from '@/lib/format'

/** Credit that can be given: what is owed (欠额) stays out of reach. */
export function toGive({ creditFen, creditOwedFen }: Pick<Balances, 'creditFen' | 'creditOwedFen'>): Fen {
  return givableFen({ creditFen, owedFen: -creditOwedFen })
}

/** Reversals whose kind says already that something came back, and what. */
const tellingKinds: ReadonlySet<JournalKind> = new Set(['gift-refunded', 'donation-released', 'points-refunded', 'leave-released'])

/** What happened: by its kind, and as a reversal (冲正) where the kind alone would say the opposite. */
export function whatHappened(
  { kind, reversal }: Pick<StatementLine, 'kind' | 'reversal'>,
  words: { reversed: string; kinds: Record<JournalKind, string> },
): string {
  return reversal && !tellingKinds.has(kind) ? words.reversed : words.kinds[kind]
}

/** The parts of a movement as a large figure. */
export interface Figure {
  sign: string
  value: string
  unit?: string
  decimals?: string
}

const MINUS = '\u2212'

/** `+300.00`, `+3 小时`, `+60`: a movement in the unit of its account, beside its title. */
export function changeText({ account, amount }: Pick<StatementLine, 'account' | 'amount'>, language: Language): string {
  if (account === 'credit') return yuanChange(amount)
  const size = Math.abs(amount)
  return `${amount < 0 ? MINUS : '+'}${account === 'points' ? count(size) : duration(size, language)}`
}

interface UnitWords {
  hours: string
  minutes: string
  points: string
}

/** The same as the hero of a page. */
export function changeFigure({ account, amount }: Pick<StatementLine, 'account' | 'amount'>, language: Language, units: UnitWords): Figure {
  const sign = amount < 0 ? MINUS : '+'
  const size = Math.abs(amount)
  if (account === 'credit') {
    const { value, decimals } = yuanParts(size)
    return { sign: `${sign}¥`, value, decimals }
  }
  if (account === 'points') return { sign, value: count(size), unit: units.points }
  if (size < 60) return { sign, value: count(size), unit: units.minutes }
  // A tenth of an hour is six minutes; what tenths cannot say is said in full.
  return size % 6 === 0 ? { sign, value: hours(size), unit: units.hours } : { sign, value: duration(size, language) }
}

/** An amount in the unit of its account, without a sign. */
export function amountText(unit: Unit, amount: number, language: Language, pointsWord: string): string {
  switch (unit) {
    case 'fen': {
      const { sign, value, decimals } = yuanParts(amount)
      return `${sign}${value}${decimals}`
    }
    case 'points':
      return `${count(amount)} ${pointsWord}`
    case 'minutes':
    case 'leave-minutes':
      return duration(amount, language)
  }
}
