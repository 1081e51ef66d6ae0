import { shanghaiDay } from '@yijian/shared/kernel/time'
import { accountOf, systemAccount } from '@yijian/shared/ledger/accounts'
import { transfer } from '@yijian/shared/ledger/rules'
import { type AwardChange, type PointFact, awardChanges, awardsEarned } from '@yijian/shared/points/rules'
import { requireSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { type JournalDraft, lockBalances, post, reversalOf } from '../ledger/index.ts'
import { factsFor } from './point-facts.ts'
import { type PointTaskRow, type TaskAwardRow, awardsOf, insertAwards, tasksOf, updateAward } from './repo.ts'
import { POINTS_SCOPE } from './scope.ts'

/**
 * Brings the awards of a person into line with their facts: each task once for each period, taken back when its facts
 * are, given again when they return. Told twice, late or out of order, it ends the same.
 */
export async function renewAwards(ctx: Ctx, employeeId: string, facts: readonly PointFact[]): Promise<void> {
  requireSystem(ctx)
  const tasks = await tasksOf(ctx, facts, shanghaiDay(ctx.now))
  if (tasks.length === 0) return
  // Facts and awards are read behind this lock: of two workers the later one sees what the earlier one wrote.
  await lockBalances(ctx, [employeeId])
  const known = await factsFor(ctx, employeeId, tasks)
  const awards = await awardsOf(
    ctx,
    employeeId,
    tasks.map(({ id }) => id),
  )
  const moves = tasks.flatMap((task) => {
    const mine = awards.filter(({ taskId }) => taskId === task.id)
    return awardChanges(awardsEarned(task, known.get(task.fact) ?? []), mine).map((change) =>
      moveFor(ctx, { task, employeeId, change, before: mine.find(({ period }) => period === change.period) }),
    )
  })
  if (moves.length === 0) return
  const posted = await post(
    ctx,
    moves.map(({ draft }) => draft),
  )
  for (const [index, { award, change }] of moves.entries()) {
    const journalId = posted[index]?.journalId
    if (journalId === undefined) throw new Error(`${award.id} was not posted`)
    await keep(ctx, { ...award, journalId: award.state === 'held' ? journalId : null }, change)
  }
}

interface Move {
  change: AwardChange['change']
  award: TaskAwardRow
  draft: JournalDraft
}

function moveFor(
  ctx: Ctx,
  { task, employeeId, change, before }: { task: PointTaskRow; employeeId: string; change: AwardChange; before: TaskAwardRow | undefined },
): Move {
  const { points } = task
  const state = change.change === 'taken-back' ? ('taken-back' as const) : ('held' as const)
  const base = before ?? {
    id: ctx.app.newId('taskAward'),
    taskId: task.id,
    employeeId,
    period: change.period,
    servedOn: change.servedOn,
    points,
    round: 0,
    journalId: null,
  }
  const award = { ...base, state, round: base.round + 1, changedAt: ctx.now }
  const [mine, system] = [accountOf(employeeId, 'points'), systemAccount('points')]
  const deed = {
    kind: 'points-earned' as const,
    scope: POINTS_SCOPE,
    idempotencyKey: `${award.id}/${award.round}`,
    asked: { employeeId, points: state === 'held' ? points : -points },
    entries: state === 'held' ? transfer(system, mine, points) : transfer(mine, system, points),
  }
  const origin = { sourceId: award.id, servedOn: award.servedOn, policyIds: [] }
  if (state === 'held') return { change: change.change, award, draft: { ...origin, ...deed } }
  if (base.journalId === null) throw new Error(`${award.id} is not held`)
  return { change: change.change, award, draft: reversalOf({ ...origin, id: base.journalId }, deed) }
}

async function keep(ctx: Ctx, award: TaskAwardRow, change: AwardChange['change']): Promise<void> {
  if (change === 'given') await insertAwards(ctx, [award])
  else await updateAward(ctx, award)
  const { id, taskId, employeeId, period, points } = award
  await record(ctx, { action: `task-award.${change}`, subject: id, detail: { employeeId, taskId, period, points } })
}
