/** 90 minutes are 1.5 hours; at most two decimals, no trailing zeros. */
export function spokenHours(minutes: number): string {
  return String(Math.round(minutes / 0.6) / 100)
}
