import { deviceNow } from '@/lib/clock'

/** A key nobody else uses for this person; uniqueness is all it needs, so it must not be hard to guess. */
export function createKey(): string {
  const random = () => Math.random().toString(36).slice(2, 10)
  return `${deviceNow().getTime().toString(36)}-${random()}${random()}`
}
