import { SYSTEM, isSystemAccount } from './accounts.ts'
import { type Unit, ownedAccounts, systemAccounts } from './shapes.ts'

/** Of an owner's id, `emp`. */
const PREFIX_LENGTH = 3

const unitByName = new Map<string, Unit>([
  ...Object.entries(systemAccounts).map(([kind, unit]) => [`${SYSTEM}/${kind}`, unit] as const),
  ...Object.entries(ownedAccounts).flatMap(([prefix, chart]) =>
    Object.entries(chart).map(([kind, { unit }]) => [`${prefix}/${kind}`, unit] as const),
  ),
])

/** The account as the charts name it, without whose it is: `emp/credit`, `system/credit`. */
export function chartName(account: string): string {
  return isSystemAccount(account) ? account : account.slice(0, PREFIX_LENGTH) + account.slice(account.lastIndexOf('/'))
}

/** The one unit an account is kept in. */
export function unitOf(account: string): Unit {
  const unit = unitByName.get(chartName(account))
  if (unit === undefined) throw new Error(`no such account: ${account}`)
  return unit
}

/** The accounts an owner may have, by the prefix of its id; undefined for an id that owns none. */
export function chartOf(owner: string): Record<string, { unit: Unit; min: number | null; max: number | null }> | undefined {
  return ownedAccounts[owner.slice(0, PREFIX_LENGTH) as keyof typeof ownedAccounts]
}
