import { scanWindow } from '@yijian/shared/attendance/rules'
import type { ScanKind, SessionCode } from '@yijian/shared/attendance/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { policyOn } from '../policy/index.ts'
import { requireHost, sessionById } from '../project/index.ts'
import { codeLife, slotAt, writeCode } from './code.ts'

/** The code for the host's screen now (签到码). @throws Problem `host-required`, `session-cancelled` */
export async function getSessionCode(ctx: Ctx, { sessionId, kind }: { sessionId: string; kind: ScanKind }): Promise<SessionCode> {
  const session = await sessionById(ctx, sessionId)
  await requireHost(ctx, session.projectId)
  if (session.cancelReason !== null) throw refuse('session-cancelled', { reason: session.cancelReason })
  const { settings } = await policyOn(ctx, 'attendance', shanghaiDay(session.startsAt))
  const slotSecond = slotAt(ctx.now, settings)
  const { nextAt, goodUntil } = codeLife(slotSecond, settings)
  const { opensAt, closesAt } = scanWindow(session, { kind, means: 'code' }, settings)
  return {
    code: writeCode(ctx.app.secrets.codeSecret, { sessionId, kind, slotSecond }),
    kind,
    nextAt: nextAt.toISOString(),
    goodUntil: goodUntil.toISOString(),
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    now: ctx.now.toISOString(),
  }
}
