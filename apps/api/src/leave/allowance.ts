import { shanghaiDay } from '@yijian/shared/kernel/time'
import { transfer } from '@yijian/shared/ledger/rules'
import type { Ctx } from '../core/context.ts'
import { type JournalDraft, accountOf, post, systemAccount } from '../ledger/index.ts'
import { policyOn } from '../policy/index.ts'
import { allowancesOf, insertAllowance } from './repo.ts'

/** Journals of leave share one scope of keys. */
export const LEAVE_SCOPE = 'leave'

export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

/** What a year grants: the version in force on its first day, so that everybody has the same whenever they ask. */
export function policyOfYear(ctx: Ctx, year: number) {
  return policyOn(ctx, 'leave', `${year}-01-01`)
}

/**
 * Gives a person the allowance of this year if they have none yet; what is left of former years lapses first. The balances
 * of the person are locked, so that it happens once; returns what can be asked for now.
 */
export async function ensureAllowance(ctx: Ctx, employeeId: string, leftMinutes: number): Promise<number> {
  const year = yearOf(shanghaiDay(ctx.now))
  if ((await allowancesOf(ctx, [employeeId], year)).has(employeeId)) return leftMinutes
  const { id: policyId, settings } = await policyOfYear(ctx, year)
  const minutes = settings.allowanceMinutes
  const drafts = [
    ...(leftMinutes > 0 ? [lapse({ employeeId, year: year - 1, minutes: leftMinutes, sourceId: employeeId })] : []),
    ...(minutes > 0 ? [grant({ employeeId, year, minutes, policyId })] : []),
  ]
  // The programme gives it, whoever's request was the first to need it.
  const posted = drafts.length === 0 ? [] : await post({ ...ctx, actor: { kind: 'system', job: 'leave.allowance' } }, drafts)
  const journalId = minutes > 0 ? (posted.at(-1)?.journalId ?? null) : null
  await insertAllowance(ctx, { employeeId, year, minutes, grantedAt: ctx.now, journalId })
  return minutes
}

interface OfYear {
  employeeId: string
  year: number
  minutes: number
}

function grant({ employeeId, year, minutes, policyId }: OfYear & { policyId: string }): JournalDraft {
  return {
    kind: 'leave-granted',
    sourceId: employeeId,
    servedOn: `${year}-01-01`,
    policyIds: [policyId],
    scope: LEAVE_SCOPE,
    idempotencyKey: `${employeeId}/${year}/granted`,
    asked: { employeeId, year, minutes },
    entries: transfer(systemAccount('leave'), accountOf(employeeId, 'leave'), minutes),
  }
}

/** What a year leaves unused ends with it; also what comes back to it too late. */
export function lapse({ employeeId, year, minutes, sourceId }: OfYear & { sourceId: string }): JournalDraft {
  return {
    kind: 'leave-lapsed',
    sourceId,
    servedOn: `${year}-12-31`,
    policyIds: [],
    scope: LEAVE_SCOPE,
    idempotencyKey: `${sourceId}/${year}/lapsed`,
    asked: { employeeId, year, minutes },
    entries: transfer(accountOf(employeeId, 'leave'), systemAccount('leave'), minutes),
  }
}
