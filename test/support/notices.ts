import type { Ctx } from '@yijian/api/core/context'
import { listMyNotices } from '@yijian/api/notify/inbox'
import { notifyListeners } from '@yijian/api/notify/jobs'
import { actingAs } from './attendance.ts'
import { actorOf } from './people.ts'

/** Does what lies in the outbox for one occasion. */
export async function hear(ctx: Ctx, name: string, payload: Record<string, unknown>): Promise<void> {
  const found = notifyListeners.find((listener) => listener.name === name)
  if (found === undefined) throw new Error(`no listener ${name}`)
  await found.hear({ ...ctx, actor: { kind: 'system', job: name } }, payload as never)
}

/** What somebody was told, the newest first. */
export async function inboxOf(ctx: Ctx, who: { id: string }) {
  return (await listMyNotices(actingAs(ctx, actorOf(who)), { limit: 100 })).items
}
