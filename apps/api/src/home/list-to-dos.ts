import type { ToDo } from '@yijian/shared/home/shapes'
import { addMinutes, millisecondsBetween, shanghaiDay } from '@yijian/shared/kernel/time'
import { branchesLed, requireEmployee } from '../core/access.ts'
import type { Actor, Ctx } from '../core/context.ts'
import type { WaitingReader } from '../core/waiting.ts'
import { policyOn } from '../policy/index.ts'
import { readToDos } from './read-to-dos.ts'

/**
 * What waits for the person: one by one as host or branch lead, in heaps by the roles that keep the desk. A session
 * counts as running once its check-in is open.
 */
export async function listToDos(ctx: Ctx, readers: readonly WaitingReader[] = []): Promise<ToDo[]> {
  const actor = requireEmployee(ctx)
  const { settings } = await policyOn(ctx, 'attendance', shanghaiDay(ctx.now))
  const rows = await readToDos(ctx, {
    employeeId: actor.employeeId,
    branchIds: branchesLed(actor),
    startsBefore: addMinutes(ctx.now, settings.opensBeforeMinutes),
  })
  const single = rows.map((row) => ({ ...row, at: row.at.toISOString() }))
  // Heaps are few and stay; single things give way to them at the end of a very long list.
  const heaps = await heapsOf(ctx, actor, readers)
  return [...heaps, ...single.slice(0, single.length - Math.max(0, heaps.length + single.length - LONGEST))].toSorted(byAge)
}

const LONGEST = 100
const byAge = (a: ToDo, b: ToDo) => millisecondsBetween(b.at, a.at)

async function heapsOf(ctx: Ctx, actor: Extract<Actor, { kind: 'employee' }>, readers: readonly WaitingReader[]): Promise<ToDo[]> {
  // Nobody without a role has a desk.
  if (actor.roles.length === 0) return []
  const heaps: ToDo[] = []
  for (const read of readers) {
    for (const { kind, at, count } of await read(ctx, actor)) {
      if (at !== null && count > 0) heaps.push({ kind, projectId: null, sessionId: null, title: '', at: at.toISOString(), count })
    }
  }
  return heaps
}
