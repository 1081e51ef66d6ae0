import type { CorrectionEffect } from '@yijian/shared/hours/shapes'
import type { Ctx } from '../core/context.ts'
import { readHoldings } from '../ledger/index.ts'
import { type CorrectionAsked, planCorrection, requireCorrectable } from './correction.ts'

/** What a correction would change, before it is made. Refuses what the correction itself would refuse. */
export async function previewCorrection(ctx: Ctx, asked: CorrectionAsked): Promise<CorrectionEffect> {
  const { record } = await requireCorrectable(ctx, asked)
  const holdings = await readHoldings(ctx, record.employeeId)
  const { effect } = await planCorrection(ctx, record, { minutes: asked.minutes, holdings })
  return effect
}
