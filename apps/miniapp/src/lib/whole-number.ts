/** A whole number as typed, within bounds; undefined for anything else. */
export function wholeNumber(typed: string, min: number, max: number): number | undefined {
  const plain = typed.trim().replace('−', '-')
  if (!/^-?\d{1,7}$/.test(plain)) return undefined
  const value = Number(plain)
  return value >= min && value <= max ? value : undefined
}

/** The same, where nothing typed means null. */
export function wholeOrNull(typed: string, min: number, max: number): number | null | undefined {
  return typed.trim() === '' ? null : wholeNumber(typed, min, max)
}
