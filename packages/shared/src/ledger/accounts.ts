import { type EmployeeAccount, type SystemAccount, type Unit, ownedAccounts, systemAccounts } from './shapes.ts'

export const SYSTEM = 'system'

/** The path of a person's account, `emp_…/credit`. */
export function accountOf(employeeId: string, kind: EmployeeAccount): string {
  return `${employeeId}/${kind}`
}

/** The path of the one account of a fund project or a payout batch, `fnd_…/credit`. */
export function creditOf(ownerId: string): string {
  return `${ownerId}/credit`
}

/** The path of a mirror on the company's side, `system/credit`. */
export function systemAccount(kind: SystemAccount): string {
  return `${SYSTEM}/${kind}`
}

/** Owner and kind of an account path. */
export function partsOf(account: string): { owner: string; kind: string } {
  const at = account.lastIndexOf('/')
  return { owner: account.slice(0, at), kind: account.slice(at + 1) }
}

export function isSystemAccount(account: string): boolean {
  return account.startsWith(`${SYSTEM}/`)
}

/** The one unit an account is kept in. */
export function unitOf(account: string): Unit {
  const { owner, kind } = partsOf(account)
  const unit = owner === SYSTEM ? systemAccounts[kind as SystemAccount] : chartOf(owner)?.[kind]?.unit
  if (unit === undefined) throw new Error(`no such account: ${account}`)
  return unit
}

/** The accounts an owner may have, by the prefix of its id; undefined for an id that owns none. */
export function chartOf(owner: string): Record<string, { unit: Unit; min: number | null; max: number | null }> | undefined {
  return ownedAccounts[owner.slice(0, 3) as keyof typeof ownedAccounts]
}
