import { requireSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { issueOf } from './read.ts'
import { findOutdated, markSuperseded } from './repo.ts'

/**
 * Marks the certificates that a correction made untrue. It follows the hours in force, not the message: one that comes
 * late or twice changes nothing, and a paper made after the correction stays valid.
 */
export async function supersedeCertificates(
  ctx: Ctx,
  { attendanceId, employeeId }: { attendanceId: string; employeeId: string },
): Promise<void> {
  requireSystem(ctx)
  const issue = await issueOf(ctx, attendanceId)
  if (issue === null) return
  const outdated = await findOutdated(ctx, employeeId, { attendanceId, ...issue })
  if (outdated.length === 0) return
  await markSuperseded(
    ctx,
    outdated.map(({ id }) => id),
  )
  for (const { id } of outdated) await record(ctx, { action: 'certificate.superseded', subject: id, detail: { attendanceId } })
}
