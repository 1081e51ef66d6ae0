import { addDays, shanghaiDay, startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { canRequestLeave, isYearOpen, leaveMinutesFor } from '@yijian/shared/leave/rules'
import type { Leave, LeavePart } from '@yijian/shared/leave/shapes'
import { transfer } from '@yijian/shared/ledger/rules'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put, putAt } from '../core/jobs/outbox.ts'
import { enforce, refuse } from '../core/problems.ts'
import { accountOf, lockBalances, post } from '../ledger/index.ts'
import { policyOn } from '../policy/index.ts'
import { lockSeat, sessionById } from '../project/index.ts'
import { signupById } from '../signup/index.ts'
import { LEAVE_SCOPE, ensureAllowance, yearOf } from './allowance.ts'
import { leaveById } from './read.ts'
import { insertLeave, leavesBeside } from './repo.ts'

/**
 * Asks for charity leave on the day of a session the person has a place in; the minutes are set aside until it is decided.
 *
 * @throws Problem `not-found`, also for somebody else's sign-up, and those of `RequestRefusal`
 */
export async function requestLeave(ctx: Ctx, input: { signupId: string; leaveOn: string; part: LeavePart }): Promise<Leave> {
  const { employeeId } = requireEmployee(ctx)
  const { signupId, leaveOn, part } = input
  return inTransaction(ctx, async (ctx) => {
    const { sessionId, employeeId: owner } = await signupById(ctx, signupId)
    if (owner !== employeeId) throw refuse('not-found', { what: 'sign-up' })
    // Behind this lock a sign-up or session is either cancelled already, or its cancellation will find this leave.
    await lockSeat(ctx, sessionId)
    await lockBalances(ctx, [employeeId])
    const today = shanghaiDay(ctx.now)
    const { id: policyId, settings } = await policyOn(ctx, 'leave', today)
    const minutes = leaveMinutesFor(part, settings.halfDayMinutes)
    const beside = await leavesBeside(ctx, { employeeId, signupId, leaveOn })
    enforce(
      canRequestLeave({
        now: ctx.now,
        signup: await signupById(ctx, signupId),
        session: await sessionById(ctx, sessionId),
        leaveOn,
        part,
        live: beside.map((other) => ({ ...other, forSignup: other.signupId === signupId })),
        wantedMinutes: minutes,
        availableMinutes: isYearOpen(leaveOn, ctx.now) ? await ensureAllowance(ctx, employeeId, yearOf(leaveOn)) : 0,
      }),
    )

    const id = ctx.app.newId('leave')
    const [held] = await post(ctx, [
      {
        kind: 'leave-held',
        sourceId: id,
        servedOn: today,
        policyIds: [policyId],
        scope: LEAVE_SCOPE,
        idempotencyKey: `${id}/held`,
        asked: { employeeId, minutes, leaveOn },
        entries: transfer(accountOf(employeeId, 'leave'), accountOf(employeeId, 'leave-held'), minutes),
      },
    ])
    const journal = { policyId, heldJournalId: held?.journalId ?? '' }
    await insertLeave(ctx, { id, employeeId, signupId, sessionId, leaveOn, part, minutes, requestedAt: ctx.now, ...journal })
    await record(ctx, { action: 'leave.requested', subject: id, detail: { signupId, leaveOn, part, minutes } })
    await put(ctx, 'leave.requested', { leaveId: id })
    await putAt(ctx, startOfShanghaiDay(addDays(leaveOn, 1)), 'leave.day-over', { leaveId: id })
    return leaveById(ctx, id)
  })
}
