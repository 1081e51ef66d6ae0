import { shanghaiDay } from '@yijian/shared/kernel/time'
import { transfer } from '@yijian/shared/ledger/rules'
import type { Ctx } from '../core/context.ts'
import { type JournalDraft, accountOf, post, reversalOf } from '../ledger/index.ts'
import { LEAVE_SCOPE, lapse, yearOf } from './allowance.ts'
import { type LeaveRow, lapsedAllowances } from './repo.ts'

/**
 * Gives the minutes of open leave back, each by the reversal of the journal that set them aside. What comes back to a year
 * that has lapsed for the person lapses at once. The balances are locked. Returns the journal of each leave.
 */
export async function giveBack(ctx: Ctx, rows: readonly LeaveRow[]): Promise<Map<string, string>> {
  const thisYear = yearOf(shanghaiDay(ctx.now))
  const late = rows.filter(({ leaveOn }) => yearOf(leaveOn) < thisYear)
  const people = late.map(({ employeeId }) => employeeId)
  const over = new Set((await lapsedAllowances(ctx, people)).map(({ employeeId, year }) => `${employeeId}/${year}`))
  const releases = rows.map(release)
  const lapses = late
    .filter(({ employeeId, leaveOn }) => over.has(`${employeeId}/${yearOf(leaveOn)}`))
    .map(({ id, employeeId, leaveOn, minutes }) => lapse({ employeeId, year: yearOf(leaveOn), minutes, sourceId: id }))
  const posted = await post(ctx, [...releases, ...lapses])
  return new Map(rows.map(({ id }, index) => [id, posted[index]?.journalId ?? '']))
}

function release({ id, employeeId, minutes, heldJournalId, requestedAt, policyId }: LeaveRow): JournalDraft {
  const held = { id: heldJournalId, sourceId: id, servedOn: shanghaiDay(requestedAt), policyIds: [policyId] }
  return reversalOf(held, {
    kind: 'leave-released',
    scope: LEAVE_SCOPE,
    idempotencyKey: `${id}/released`,
    asked: { employeeId, minutes },
    entries: transfer(accountOf(employeeId, 'leave-held'), accountOf(employeeId, 'leave'), minutes),
  })
}
