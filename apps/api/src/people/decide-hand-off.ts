import { isBefore } from '@yijian/shared/kernel/time'
import type { HandOffView } from '@yijian/shared/people/hand-off'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { type HandOffRow, findByCode, lockByCode, moveHandOff } from './hand-off-repo.ts'
import { hashToken } from './tokens.ts'

/** What the person is shown before they decide. @throws Problem `hand-off-gone`, `hand-off-used` */
export async function viewHandOff(ctx: Ctx, { code }: { code: string }): Promise<HandOffView> {
  requireEmployee(ctx)
  return toView(open(ctx, await findByCode(ctx, hashToken(code))))
}

/** The person on the phone lets the computer in as themself. @throws Problem `hand-off-gone`, `hand-off-used` */
export function confirmHandOff(ctx: Ctx, input: { code: string }): Promise<HandOffView> {
  return decide(ctx, input.code, 'confirmed')
}

/** The person did not ask for it: the code ends for everybody. @throws Problem `hand-off-gone`, `hand-off-used` */
export function cancelHandOff(ctx: Ctx, input: { code: string }): Promise<HandOffView> {
  return decide(ctx, input.code, 'cancelled')
}

async function decide(ctx: Ctx, code: string, state: 'confirmed' | 'cancelled'): Promise<HandOffView> {
  const { loginId, employeeId } = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    const row = open(ctx, await lockByCode(ctx, hashToken(code)))
    await moveHandOff(ctx, row.id, { state, decidedBy: loginId, decidedAt: ctx.now })
    await record(ctx, { action: `hand-off.${state}`, subject: row.id, detail: { employeeId, browser: row.browser } })
    return toView(row)
  })
}

/** A hand-off that still waits for a phone. */
function open(ctx: Ctx, row: HandOffRow | null): HandOffRow {
  if (row?.state === 'confirmed' || row?.state === 'fetched') throw refuse('hand-off-used', {})
  if (row === null || row.state === 'cancelled' || !isBefore(ctx.now, row.expiresAt)) throw refuse('hand-off-gone', {})
  return row
}

function toView({ browser, askedAt, expiresAt }: HandOffRow): HandOffView {
  return { browser, askedAt: askedAt.toISOString(), expiresAt: expiresAt.toISOString() }
}
