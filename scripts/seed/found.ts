import { handlers } from '@yijian/api/server'
import { addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import type { Role } from '@yijian/shared/people/roles'
import { createCast } from '../lib/cast.ts'
import { branches } from './branches.ts'
import { employeeFile, people } from './people.ts'
import { type Moment, type World, idOf } from './world.ts'

const DAY_MINUTES = 1440

/** Roles beside those of branch leads. */
const grants: Record<Exclude<Role, 'branch-lead'>, readonly string[]> = {
  operator: ['D0018', 'D0032'],
  hr: ['D0015', 'D0044'],
  auditor: ['D0016'],
  judge: ['D0003', 'D0029'],
}

/** Branches, people and roles: what the system sets up before anybody can log in, and the newcomer of last week. */
export function founding(world: World): Moment[] {
  const at = world.founded
  const newcomers = people.filter(({ daysHere }) => daysHere !== null)
  return [
    { at, happens: () => openBranches(world) },
    {
      at,
      happens: () =>
        importPeople(
          world,
          people.filter(({ daysHere }) => daysHere === null),
        ),
    },
    { at, happens: () => giveRoles(world, shanghaiDay(at)) },
    ...newcomers.map((person) => ({
      at: addMinutes(world.now, -(person.daysHere ?? 0) * DAY_MINUTES),
      happens: () => importPeople(world, [person]),
    })),
  ]
}

const bySystem = ({ clocked }: World) => clocked.as({ kind: 'system', job: 'demo' })

async function openBranches(world: World): Promise<void> {
  for (const { code, name, kind } of branches) {
    const { id } = await handlers.createBranch(bySystem(world), { body: { code, name, kind } })
    world.branchIds.set(code, id)
  }
}

async function importPeople(world: World, some: typeof people): Promise<void> {
  const file = { type: 'text/csv', bytes: employeeFile(some, shanghaiDay(world.now)) }
  await handlers.importEmployees(bySystem(world), { file })
}

async function giveRoles(world: World, startsOn: string): Promise<void> {
  // A login keeps the roles it began with here, so these logins are for their ids only.
  const before = createCast(world.clocked)
  const give = async (employeeNo: string, grant: { role: Role; branchId?: string }) => {
    const { employeeId } = await before.person(employeeNo)
    await handlers.grantRole(bySystem(world), { body: { employeeId, startsOn, ...grant } })
  }
  for (const { code, lead } of branches) await give(lead, { role: 'branch-lead', branchId: idOf(world.branchIds, code) })
  for (const [role, holders] of Object.entries(grants)) {
    for (const holder of holders) await give(holder, { role: role as Role })
  }
}
