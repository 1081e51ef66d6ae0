import { shanghaiDay, startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { transfer } from '@yijian/shared/ledger/rules'
import type { Ctx } from '../core/context.ts'
import { putAt } from '../core/jobs/outbox.ts'
import { type JournalDraft, accountOf, post, systemAccount } from '../ledger/index.ts'
import { policyOn } from '../policy/index.ts'
import { minutesAsked } from './read.ts'
import { allowancesBefore, allowancesOf, markLapsed, saveAllowance } from './repo.ts'

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
 * What a person can still ask for of a year, the year of the leave's day. Its allowance is granted when it is first needed, in
 * the year before already, and brought up to a policy published since; it never shrinks. The person's balances are locked.
 */
export async function ensureAllowance(ctx: Ctx, employeeId: string, year: number): Promise<number> {
  await endFormerYears(ctx, employeeId)
  const given = (await allowancesOf(ctx, [employeeId], year)).get(employeeId)
  const { id: policyId, settings } = await policyOfYear(ctx, year)
  const minutes = Math.max(given?.minutes ?? 0, settings.allowanceMinutes)
  const more = minutes - (given?.minutes ?? 0)
  if (given === undefined || more > 0) {
    // The programme gives it, whoever's request was the first to need it.
    const programme = { ...ctx, actor: { kind: 'system' as const, job: 'leave.allowance' } }
    const [granted] = more === 0 ? [] : await post(programme, [grant({ employeeId, year, minutes: more, policyId })])
    await saveAllowance(ctx, { employeeId, year, minutes, grantedAt: ctx.now, journalId: given?.journalId ?? granted?.journalId ?? null })
    if (given === undefined) await putAt(ctx, startOfShanghaiDay(`${year + 1}-01-01`), 'leave.year-over', { employeeId })
  }
  return minutes - (await minutesAsked(ctx, employeeId, year))
}

/** Lets what former years left unused lapse, once each; leave of theirs that comes back later lapses then. Balances are locked. */
export async function endFormerYears(ctx: Ctx, employeeId: string): Promise<void> {
  const over = await allowancesBefore(ctx, employeeId, yearOf(shanghaiDay(ctx.now)))
  for (const { year, minutes } of over) {
    const left = minutes - (await minutesAsked(ctx, employeeId, year))
    if (left > 0) await post(ctx, [lapse({ employeeId, year, minutes: left, sourceId: employeeId })])
    await markLapsed(ctx, { employeeId, year })
  }
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
    idempotencyKey: `${employeeId}/${year}/${policyId}`,
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
