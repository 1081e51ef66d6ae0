import type { Ctx } from '../core/context.ts'

/** Where anybody checks a certificate, without a login: a page of the h5 app. */
export function checkUrlOf(ctx: Ctx, certificateNo: string): string {
  return `${ctx.app.config.publicUrl}/#/merit/pages/check/index?certificateNo=${certificateNo}`
}
