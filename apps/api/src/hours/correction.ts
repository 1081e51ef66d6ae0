import { badgesFor } from '@yijian/shared/honour/rules'
import { canCorrect, correctionEntries } from '@yijian/shared/hours/rules'
import type { CorrectionEffect } from '@yijian/shared/hours/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { EntryDraft, Holdings } from '@yijian/shared/ledger/rules'
import { branchesLed, requireRole } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { leaveWithoutCredit } from '../leave/index.ts'
import { readJournal } from '../ledger/index.ts'
import { branchById } from '../people/index.ts'
import { policyOn } from '../policy/index.ts'
import { sessionById } from '../project/index.ts'
import { lineById, serviceFactsOf } from './read.ts'
import { type HoursRecordRow, findRecord } from './repo.ts'
import { type Valuation, valuationOn, withoutCredit } from './valuation.ts'

export interface CorrectionAsked {
  attendanceId: string
  /** Minutes after the correction. */
  minutes: number
  /** In force as the person was shown; a preview shows what it finds. */
  minutesBefore?: number
}

/** What is in force, if the person who acts may correct it to these minutes. @throws Problem of `CorrectRefusal` */
export async function requireCorrectable(
  ctx: Ctx,
  { attendanceId, minutes, minutesBefore }: CorrectionAsked,
): Promise<{ actorId: string; record: HoursRecordRow }> {
  const actor = requireRole(ctx, 'branch-lead')
  const line = await lineById(ctx, attendanceId)
  const record = await findRecord(ctx, attendanceId)
  const { branchId } = await sessionById(ctx, line.session.id)
  enforce(
    canCorrect({
      actorId: actor.employeeId,
      earner: line.person,
      actorLeads: branchesLed(actor).includes(branchId),
      branchName: (await branchById(ctx, branchId)).name,
      state: record?.state ?? 'attended',
      minutesBefore: record?.minutes ?? 0,
      minutesShown: minutesBefore ?? record?.minutes ?? 0,
      minutesAfter: minutes,
      session: line.session,
    }),
  )
  if (record === null) throw new Error(`${attendanceId} is issued without a record`)
  return { actorId: actor.employeeId, record }
}

/** A correction as it would be posted now, with all that it changes. */
export interface CorrectionPlan {
  back: EntryDraft[]
  anew: EntryDraft[]
  policyIds: string[]
  effect: CorrectionEffect
}

/** Preview and deed are planned here alike; only the lock on what the person holds is different. */
export async function planCorrection(
  ctx: Ctx,
  record: HoursRecordRow,
  { minutes, holdings }: { minutes: number; holdings: Holdings },
): Promise<CorrectionPlan> {
  const { employeeId, grade, minutes: minutesBefore } = record
  const { policyIds, rules } = await valuationOf(ctx, record)
  const { back, anew, holdingsAfter } = correctionEntries({ employeeId, grade, minutesBefore, minutesAfter: minutes, holdings }, rules)
  const effect = {
    minutesBefore,
    minutesAfter: minutes,
    creditChangeFen: holdingsAfter.creditFen - holdings.creditFen,
    owedChangeFen: holdings.owedFen - holdingsAfter.owedFen,
    pointsChange: holdingsAfter.points - holdings.points,
    carriedMinutesAfter: holdingsAfter.carriedMinutes,
    ...(await badgeEffect(ctx, record, minutes)),
  }
  return { back, anew, policyIds, effect }
}

/**
 * What is taken back is valued as it was given: the journal in force names the versions. Only where nothing is in force
 * is it asked anew whether the person served on leave that earns no credit.
 */
async function valuationOf(ctx: Ctx, { sessionId, employeeId, servedOn, journalId }: HoursRecordRow): Promise<Valuation> {
  const valuation = await valuationOn(ctx, servedOn)
  const onLeave = await leaveWithoutCredit(ctx, { sessionId, servedOn })
  if (onLeave === null) return valuation
  const original = journalId === null ? null : await readJournal(ctx, journalId)
  const creditless = original?.policyIds.includes(onLeave.policyId) ?? onLeave.employeeIds.has(employeeId)
  return creditless ? withoutCredit(valuation, onLeave.policyId) : valuation
}

async function badgeEffect(
  ctx: Ctx,
  record: HoursRecordRow,
  minutes: number,
): Promise<Pick<CorrectionEffect, 'badgesSuspended' | 'badgesUnlocked'>> {
  const facts = await serviceFactsOf(ctx, record.employeeId)
  const { settings } = await policyOn(ctx, 'badge', shanghaiDay(ctx.now))
  const earnedBy = (of: typeof facts) => badgesFor(of, settings).flatMap(({ code, earned }) => (earned ? [code] : []))
  const before = earnedBy(facts)
  const after = earnedBy({
    ...facts,
    minutes: facts.minutes - record.minutes + minutes,
    sessions: facts.sessions - Math.sign(record.minutes) + Math.sign(minutes),
  })
  return { badgesSuspended: before.filter((code) => !after.includes(code)), badgesUnlocked: after.filter((code) => !before.includes(code)) }
}
