/** Yuan as typed, in fen: undefined unless it is an amount with at most two decimals. */
export function fenTyped(typed: string): number | undefined {
  const match = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(typed.trim())
  if (match === null) return undefined
  const [, whole = '', decimals = ''] = match
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
}

/** Fen as they stand in an input: `5000`, `12.50`. */
export function yuanToType(fen: number): string {
  const cents = fen % 100
  return cents === 0 ? String(fen / 100) : `${Math.floor(fen / 100)}.${String(cents).padStart(2, '0')}`
}
