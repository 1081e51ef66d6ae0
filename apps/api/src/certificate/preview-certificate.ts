import type { CertificatePeriod, CertificatePreview } from '@yijian/shared/certificate/shapes'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { serviceSums } from './read.ts'

/** What a certificate of the period would say now. */
export async function previewCertificate(ctx: Ctx, { fromOn, toOn }: CertificatePeriod): Promise<CertificatePreview> {
  const { employeeId } = requireEmployee(ctx)
  return { ...(await serviceSums(ctx, employeeId, { fromOn, toOn })), asOf: ctx.now.toISOString() }
}
