import { requireSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { listener } from '../core/jobs/topics.ts'
import { drawDossiers } from './dossier.ts'
import { lockCycle, saveDossiers, withoutDossier } from './repo.ts'

/** When nominations close, what the ledger said at the end of the frozen day becomes the dossier of everybody who takes part. */
export async function freezeDossiers(ctx: Ctx, cycleId: string): Promise<void> {
  requireSystem(ctx)
  await inTransaction(ctx, async (ctx) => {
    const cycle = await lockCycle(ctx, cycleId)
    const waiting = await withoutDossier(ctx, cycleId)
    const dossiers = await drawDossiers(
      ctx,
      waiting.map(({ nomineeId }) => nomineeId),
      cycle,
    )
    await saveDossiers(ctx, cycleId, dossiers)
    await record(ctx, { action: 'dossiers.frozen', subject: cycleId, detail: { nominations: waiting.length } })
  })
}

export const awardListeners = [
  listener({ topic: 'cycle.nominations-closed', name: 'award.freeze', hear: (ctx, { cycleId }) => freezeDossiers(ctx, cycleId) }),
]
