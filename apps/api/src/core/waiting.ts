import type { ToDoKind } from '@yijian/shared/home/shapes'
import type { Actor, Ctx } from './context.ts'

/** A heap of work of one kind that waits for whoever holds a role. */
export interface Waiting {
  kind: ToDoKind
  /** Since when the oldest of it waits; null when nothing does. */
  at: Date | null
  count: number
}

/** Tells what waits for a person, in one statement, and asks nothing for whom nothing can wait; each slice gives its own. */
export type WaitingReader = (ctx: Ctx, actor: Extract<Actor, { kind: 'employee' }>) => Promise<readonly Waiting[]>
