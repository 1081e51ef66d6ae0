/** The router of h5 has decoded page parameters already. */
export function decodeParam(value: string): string {
  return value
}
