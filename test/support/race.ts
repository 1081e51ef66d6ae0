import { Problem } from '@yijian/api/core/problems'

/** Runs deeds at once, each on a connection of its own, and sorts what became of them; a fault is thrown. */
export async function race<T>(deeds: readonly (() => Promise<T>)[]): Promise<{ won: T[]; refused: string[] }> {
  const won: T[] = []
  const refused: string[] = []
  for (const result of await Promise.allSettled(deeds.map((deed) => deed()))) {
    if (result.status === 'fulfilled') won.push(result.value)
    else if (result.reason instanceof Problem) refused.push(result.reason.code)
    else throw result.reason
  }
  return { won, refused }
}

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
