import { workOnce } from '@yijian/api/core/jobs/worker'
import type { SessionDraft } from '@yijian/shared/project/shapes'
import type { TestApi } from './api.ts'
import { type Cast, type Stage, passTime, publishSession } from './journey.ts'

/** Does what the outbox holds. */
export async function workAll({ app }: Stage): Promise<void> {
  while ((await workOnce(app)) > 0);
}

/** A session in which somebody was for three hours: signed up, scanned in, confirmed, issued, and what follows from it done. */
export async function serveSession(
  stage: Stage,
  api: TestApi,
  who: Cast,
  wish: Partial<SessionDraft> = {},
): Promise<{ sessionId: string; attendanceId: string }> {
  const { id: sessionId } = await publishSession(stage, api, wish)
  const [volunteer, host] = [await api.as(who), await api.as(stage.host)]
  const params = { sessionId }
  await volunteer.createSignup({ params })
  const { code } = await host.getSessionCode({ params, query: { kind: 'in' } })
  const { attendanceId } = await volunteer.scanCode({ body: { code } })
  await passTime(stage.app, sessionId, 240)
  await host.completeHours({ params, body: { items: [{ attendanceId, minutes: 180, reason: '现场核对' }] } })
  await host.issueHours({ params, body: {} })
  await workAll(stage)
  return { sessionId, attendanceId }
}
