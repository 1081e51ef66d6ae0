import type { CorrectionEffect, HoursLine } from '@yijian/shared/hours/shapes'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { lockBalances, post, reversalOf } from '../ledger/index.ts'
import { lockSeat } from '../project/index.ts'
import { type CorrectionAsked, type CorrectionPlan, planCorrection, requireCorrectable } from './correction.ts'
import { toLines } from './lines.ts'
import { lineById } from './read.ts'
import { type HoursRecordRow, saveCorrection } from './repo.ts'
import { HOURS_SCOPE, heldBy } from './valuation.ts'

/**
 * Corrects issued hours (更正): the journal in force is taken back by the rule that made it and a new one posted, so
 * that credit, points and badges follow. Nothing is edited; credit that was given away already stays as a debt. Of two
 * leads who saw the same minutes the first corrects them; the other looks again, for the effect is not the one they saw.
 *
 * @throws Problem of `CorrectRefusal`
 */
export async function correctHours(
  ctx: Ctx,
  asked: Required<CorrectionAsked> & { reason: string },
): Promise<{ effect: CorrectionEffect; line: HoursLine }> {
  const { attendanceId, minutes, reason } = asked
  return inTransaction(ctx, async (ctx) => {
    const { session } = await lineById(ctx, attendanceId)
    // The session is the first lock of all that moves its hours; what is in force is read behind it.
    await lockSeat(ctx, session.id)
    const { actorId, record: before } = await requireCorrectable(ctx, asked)
    const holdings = heldBy(await lockBalances(ctx, [before.employeeId]), before.employeeId)
    const plan = await planCorrection(ctx, before, { minutes, holdings })
    const journals = await postPlan(ctx, before, plan)
    await saveCorrection(ctx, {
      attendanceId,
      round: before.round + 1,
      minutesBefore: before.minutes,
      minutesAfter: minutes,
      reason,
      correctedBy: actorId,
      correctedAt: ctx.now,
      ...journals,
    })
    await record(ctx, {
      action: 'hours.corrected',
      subject: attendanceId,
      detail: { minutesBefore: before.minutes, minutesAfter: minutes, reason },
    })
    const journalId = journals.journalId ?? journals.reversalId
    if (journalId !== null) await put(ctx, 'hours.corrected', { attendanceId, employeeId: before.employeeId, journalId })
    const [line] = await toLines(ctx, [await lineById(ctx, attendanceId)])
    if (line === undefined) throw new Error(`${attendanceId} has no line`)
    return { effect: plan.effect, line }
  })
}

/** Both journals in one list: no one ever sees the minutes taken back and not yet given anew. */
async function postPlan(
  ctx: Ctx,
  before: HoursRecordRow,
  { back, anew, policyIds, effect }: CorrectionPlan,
): Promise<{ reversalId: string | null; journalId: string | null }> {
  const { attendanceId: sourceId, employeeId, grade, servedOn } = before
  const key = `${sourceId}/${before.round + 1}`
  const original = { sourceId, servedOn, policyIds }
  const deed = { kind: 'hours-corrected' as const, scope: HOURS_SCOPE }
  const reversal =
    before.journalId === null
      ? null
      : reversalOf(
          { ...original, id: before.journalId },
          { ...deed, idempotencyKey: `${key}/back`, asked: { employeeId, minutes: -effect.minutesBefore, grade }, entries: back },
        )
  const renewal =
    anew.length === 0
      ? null
      : { ...original, ...deed, idempotencyKey: key, asked: { employeeId, minutes: effect.minutesAfter, grade }, entries: anew }
  const posted = await post(
    ctx,
    [reversal, renewal].flatMap((draft) => draft ?? []),
  )
  return {
    reversalId: reversal === null ? null : (posted[0]?.journalId ?? null),
    journalId: renewal === null ? null : (posted.at(-1)?.journalId ?? null),
  }
}
