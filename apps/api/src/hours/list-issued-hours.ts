import type { IssuedLine } from '@yijian/shared/hours/shapes'
import type { Page } from '@yijian/shared/http/page'
import { branchesLed, requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { pageOfIssued } from './read-issued.ts'
import type { PageQuery } from './read.ts'

/** What the branch lead who acts may correct, never their own; whose hours were shown is recorded, not what was typed. */
export async function listIssuedHours(ctx: Ctx, query: PageQuery & { search?: string | undefined }): Promise<Page<IssuedLine>> {
  const actor = requireRole(ctx, 'branch-lead')
  const page = await pageOfIssued(ctx, { employeeId: actor.employeeId, branchIds: branchesLed(actor) }, query)
  const shown = [...new Set(page.items.map(({ person }) => person.id))]
  await record(ctx, { action: 'hours.listed', subject: 'issued-hours', detail: { shown } })
  return page
}
