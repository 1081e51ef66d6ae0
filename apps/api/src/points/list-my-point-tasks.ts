import type { Page } from '@yijian/shared/http/page'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { type FactDay, factsWithin } from '@yijian/shared/points/rules'
import type { MyPointTask } from '@yijian/shared/points/shapes'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf } from '../core/http/cursor.ts'
import { type PageQuery, lastIn } from './page.ts'
import { factsFor } from './point-facts.ts'
import { selectTasksOn } from './read.ts'
import { type PointTaskRow, type TaskAwardRow, awardsOf } from './repo.ts'
import { toPointTask } from './shapes.ts'

/** Tasks that count today, each with what I have done for it and what it has brought me. */
export async function listMyPointTasks(ctx: Ctx, { cursor, limit }: PageQuery): Promise<Page<MyPointTask>> {
  const { employeeId } = requireEmployee(ctx)
  const today = shanghaiDay(ctx.now)
  const rows = await selectTasksOn(ctx, today, { limit: limit + 1, afterId: lastIn(cursor) })
  const facts = await factsFor(ctx, employeeId, rows)
  const awards = await awardsOf(
    ctx,
    employeeId,
    rows.map(({ id }) => id),
  )
  return pageOf(rows, limit, {
    item: (task) =>
      standing(task, today, {
        facts: facts.get(task.fact) ?? [],
        awards: awards.filter(({ taskId, state }) => taskId === task.id && state === 'held'),
      }),
    cursor: ({ id }) => [id],
  })
}

function standing(task: PointTaskRow, today: string, mine: { facts: readonly FactDay[]; awards: readonly TaskAwardRow[] }): MyPointTask {
  const within = factsWithin(task, mine.facts)
  const counted = task.kind === 'daily' ? within.filter(({ day }) => day === today) : within
  const times = mine.awards.length
  const timesToday = mine.awards.filter(({ servedOn }) => servedOn === today).length
  const done = task.kind === 'daily' ? task.timesInAll !== null && times >= task.timesInAll : times > 0
  const doneToday = task.kind === 'daily' && timesToday >= task.timesADay
  return {
    task: toPointTask(task),
    state: done ? 'done' : doneToday ? 'done-today' : 'open',
    have: counted.reduce((sum, { amount }) => sum + amount, 0),
    times,
    timesToday,
    pointsEarned: mine.awards.reduce((sum, { points }) => sum + points, 0),
  }
}
