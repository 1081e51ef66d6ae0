import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { linkTo } from '../file/index.ts'
import { ownCertificate } from './read.ts'

/** Long enough to open or save the paper, too short to pass the address on. */
const LINK_MINUTES = 10

/** @throws Problem `not-found` */
export async function getCertificateLink(ctx: Ctx, certificateId: string): Promise<{ link: string; linkEndsAt: string }> {
  const { employeeId } = requireEmployee(ctx)
  const { fileId } = await ownCertificate(ctx, certificateId, employeeId)
  return linkTo(ctx, fileId, { minutes: LINK_MINUTES })
}
