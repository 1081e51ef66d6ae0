/** WeChat hands page parameters over as they stand in the address. */
export function decodeParam(value: string): string {
  return decodeURIComponent(value)
}
