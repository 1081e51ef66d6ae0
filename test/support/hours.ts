import type { Ctx } from '@yijian/api/core/context'
import { completeHours } from '@yijian/api/hours/complete-hours'
import { correctHours } from '@yijian/api/hours/correct-hours'
import { issueHours } from '@yijian/api/hours/issue-hours'
import { previewCorrection } from '@yijian/api/hours/preview-correction'
import type { CorrectionEffect, Issued } from '@yijian/shared/hours/shapes'
import { type Scene, actingAs, attend, minute } from './attendance.ts'
import { actorOf } from './people.ts'

/** Right after the end, as the host. */
export function asHost(ctx: Ctx, scene: Scene, after = 181): Ctx {
  return actingAs(ctx, actorOf(scene.host), minute(scene, after))
}

/** Right after the end, as the lead of the branch. */
export function asLead(ctx: Ctx, scene: Scene, after = 200): Ctx {
  return actingAs(ctx, actorOf(scene.lead, { leads: scene.branch }), minute(scene, after))
}

/** Somebody was there and the host has confirmed the minutes; returns the attendance. */
export async function complete(ctx: Ctx, scene: Scene, { who, minutes = 180 }: { who: { id: string }; minutes?: number }): Promise<string> {
  const attendanceId = await attend(ctx, scene, { who, to: 180 })
  await completeHours(asHost(ctx, scene), scene.session.id, [{ attendanceId, minutes, reason: '核对后确认' }])
  return attendanceId
}

/** The same, and issued by the host. */
export async function issue(ctx: Ctx, scene: Scene, { who, minutes = 180 }: { who: { id: string }; minutes?: number }): Promise<Issued> {
  const attendanceId = await complete(ctx, scene, { who, minutes })
  const { items } = await issueHours(asHost(ctx, scene), scene.session.id, [{ attendanceId, minutes }])
  return items[0]!
}

/** A correction by somebody who has just looked at what it changes. */
export async function lookAndCorrect(
  ctx: Ctx,
  { reason = '核对', ...asked }: { attendanceId: string; minutes: number; reason?: string },
): Promise<CorrectionEffect> {
  const { minutesBefore } = await previewCorrection(ctx, asked)
  const { effect } = await correctHours(ctx, { ...asked, minutesBefore, reason })
  return effect
}
