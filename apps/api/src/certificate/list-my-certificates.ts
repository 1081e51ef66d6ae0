import type { Certificate } from '@yijian/shared/certificate/shapes'
import type { Page } from '@yijian/shared/http/page'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOfCertificates } from './read.ts'

/** My certificates, the newest first. */
export async function listMyCertificates(ctx: Ctx, query: { cursor?: string | undefined; limit: number }): Promise<Page<Certificate>> {
  const { employeeId } = requireEmployee(ctx)
  return pageOfCertificates(ctx, employeeId, query)
}
