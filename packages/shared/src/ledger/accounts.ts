import type { EmployeeAccount, SystemAccount } from './shapes.ts'

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
