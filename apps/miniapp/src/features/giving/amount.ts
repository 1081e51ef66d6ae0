import type { Fen } from '@yijian/shared/kernel/quantity'

/** What people type for `1,234.5`: full-width digits, thousands commas and a Chinese full stop included. */
function plain(typed: string): string {
  return typed
    .trim()
    .replace(/[０-９．，]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/。/g, '.')
    .replace(/[¥￥,\s]/g, '')
}

/** An amount typed in yuan, in fen; null for anything that is no amount to the fen. */
export function fenTyped(typed: string): Fen | null {
  const parts = /^(\d{1,8})(?:\.(\d{0,2}))?$/.exec(plain(typed))
  if (!parts) return null
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}

/** An amount as one would type it: `500`, `33.34`. */
export function typedFen(fen: Fen): string {
  const rest = fen % 100
  return `${Math.floor(fen / 100)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

const QUICK_FEN = [10_000, 50_000, 100_000]

/** Amounts offered beside “all”: those that are less than all there is. */
export function quickAmounts(availableFen: Fen): Fen[] {
  return QUICK_FEN.filter((fen) => fen < availableFen)
}
