import type { Ctx } from '../core/context.ts'
import { attachUploads } from '../file/index.ts'

/** A new cover is an upload of the one who sets it; one that stays may be another's. @throws Problem `upload-unknown` */
export async function attachCover(ctx: Ctx, before: string | null, after: string | null): Promise<void> {
  if (after !== null && after !== before) await attachUploads(ctx, { fileIds: [after], purpose: 'cover' })
}
