import { shanghaiDay } from '@yijian/shared/kernel/time'
import { canEndHost } from '@yijian/shared/project/rules'
import type { Host } from '@yijian/shared/project/shapes'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { hostsOf, requireHost } from './hosts.ts'
import { hostById } from './read.ts'
import { endHostRow, lockProject } from './repo.ts'

/** Ends a person's hosting today; the row stays as history. @throws Problem `host-required`, `last-host`, `state-changed` */
export async function endHost(ctx: Ctx, projectId: string, projectHostId: string): Promise<Host> {
  return inTransaction(ctx, async (ctx) => {
    // Two hosts who end each other at once come one after the other here, and the second finds themself the last.
    await lockProject(ctx, projectId)
    await requireHost(ctx, projectId)
    const host = await hostById(ctx, projectId, projectHostId)
    enforce(canEndHost({ ended: host.endsOn !== null, activeHosts: (await hostsOf(ctx, projectId)).length }))
    await endHostRow(ctx, projectHostId, { endsOn: shanghaiDay(ctx.now), endedAt: ctx.now })
    await record(ctx, { action: 'host.ended', subject: projectId, detail: { employeeId: host.person.id } })
    return hostById(ctx, projectId, projectHostId)
  })
}
