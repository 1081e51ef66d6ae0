import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { Host } from '@yijian/shared/project/shapes'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { employeeById } from '../people/index.ts'
import { requireHost } from './hosts.ts'
import { hostById, hostHistory } from './read.ts'
import { insertHost, lockProject } from './repo.ts'

export interface AddHostInput {
  employeeId: string
  part: 'host' | 'co-host'
}

/** Adds a co-host, or a host to hand the project over to. @throws Problem `host-required`, `already-host`, `employee-left` */
export async function addHost(ctx: Ctx, projectId: string, { employeeId, part }: AddHostInput): Promise<Host> {
  return inTransaction(ctx, async (ctx) => {
    await lockProject(ctx, projectId)
    await requireHost(ctx, projectId)
    const { leftOn } = await employeeById(ctx, employeeId)
    const today = shanghaiDay(ctx.now)
    if (leftOn !== null && leftOn < today) throw refuse('employee-left', { leftOn })
    const present = (await hostHistory(ctx, projectId)).find(({ person, endsOn }) => person.id === employeeId && endsOn === null)
    if (present !== undefined) throw refuse('already-host', { since: present.startsOn })
    const id = ctx.app.newId('projectHost')
    await insertHost(ctx, { id, projectId, employeeId, part, startsOn: today, active: 1 })
    await record(ctx, { action: 'host.added', subject: projectId, detail: { employeeId, part } })
    return hostById(ctx, projectId, id)
  })
}
