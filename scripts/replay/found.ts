import { handlers } from '@yijian/api/server'
import type { Role } from '@yijian/shared/people/roles'
import { createCast } from '../lib/cast.ts'
import type { ClockedApp } from '../lib/clocked.ts'
import type { Programme } from './programme.ts'
import { branches } from './words.ts'

/** Branches, people from a file, and the first roles, all on the first day; gives the ids of the branches. */
export async function found(
  clocked: ClockedApp,
  { leads, roles }: Programme,
  { file, startsOn }: { file: Uint8Array; startsOn: string },
): Promise<Map<string, string>> {
  const system = () => clocked.as({ kind: 'system', job: 'replay' })
  const branchIds = new Map<string, string>()
  for (const { code, name, kind } of branches) {
    branchIds.set(code, (await handlers.createBranch(system(), { body: { code, name, kind } })).id)
  }
  await handlers.importEmployees(system(), { file: { type: 'text/csv', bytes: file } })
  // A login keeps the roles it began with here, so these logins are for their ids only.
  const before = createCast(clocked)
  const give = async (employeeNo: string, role: Role, branchId?: string) => {
    const { employeeId } = await before.person(employeeNo)
    await handlers.grantRole(system(), { body: { employeeId, role, startsOn, ...(branchId === undefined ? {} : { branchId }) } })
  }
  for (const [code, lead] of leads) await give(lead, 'branch-lead', branchIds.get(code))
  const { checker, judges, ...single } = roles
  for (const [role, holder] of Object.entries(single)) await give(holder, role as Role)
  await give(checker, 'operator')
  for (const judge of judges) await give(judge, 'judge')
  return branchIds
}
