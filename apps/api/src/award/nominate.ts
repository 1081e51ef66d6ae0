import { canNominate } from '@yijian/shared/award/rules'
import type { NominateInput, Nomination } from '@yijian/shared/award/shapes'
import { branchesLed, requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce } from '../core/problems.ts'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { branchesOf, employeeById } from '../people/index.ts'
import { drawDossiers } from './dossier.ts'
import { nominationSeen } from './read.ts'
import { readerOf } from './reader.ts'
import { insertNomination, lockCycle } from './repo.ts'

/**
 * Nominates a host of the year (提名): oneself, a colleague, or somebody of the branch one leads. Who nominates themself takes
 * part at once; others are asked.
 *
 * @throws Problem `award-phase`, `nominee-not-host`, `nomination-kind`, `already-nominated`
 */
export async function nominate(ctx: Ctx, cycleId: string, input: NominateInput): Promise<Nomination> {
  const actor = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    const { phase, year } = await lockCycle(ctx, cycleId)
    const { nomineeId, kind, branchId = null, reason } = input
    const { name } = await employeeById(ctx, nomineeId)
    const dossiers = await drawDossiers(ctx, [nomineeId], { year, frozenOn: shanghaiDay(ctx.now) })
    const branchFits =
      branchId !== null && branchesLed(actor).includes(branchId) && (await branchesOf(ctx, nomineeId)).some(({ id }) => id === branchId)
    const nominee = { id: nomineeId, name, hostedSessions: dossiers.get(nomineeId)?.sessions ?? 0 }
    enforce(canNominate({ phase, kind, nominatorId: actor.employeeId, nominee, branchFits, year }))
    const nominationId = ctx.app.newId('nomination')
    const answer = kind === 'self' ? { state: 'accepted' as const, answeredAt: ctx.now } : { state: 'proposed' as const, answeredAt: null }
    const row = { id: nominationId, cycleId, nomineeId, nominatorId: actor.employeeId, kind, reason, dossier: null, nominatedAt: ctx.now }
    await insertNomination(ctx, { ...row, branchId: kind === 'branch' ? branchId : null, ...answer }, name)
    await record(ctx, { action: 'nomination.made', subject: nominationId, detail: { cycleId, kind } })
    await put(ctx, 'nomination.made', { nominationId })
    return nominationSeen(ctx, nominationId, await readerOf(ctx, cycleId))
  })
}
