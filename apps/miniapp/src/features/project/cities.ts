/** Cities to choose from: one's own first, then those that were seen in the list. */
export function citiesOf(own: string | undefined, chosen: string | undefined, seen: readonly { city: string | null }[]): string[] {
  const named = [own, chosen, ...seen.map(({ city }) => city)].filter((city): city is string => Boolean(city))
  return [...new Set(named)]
}
