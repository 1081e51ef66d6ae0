import type { ImageView } from '@yijian/shared/file/shapes'
import { addMinutes, epochSeconds, fromEpochSeconds } from '@yijian/shared/kernel/time'
import type { Ctx } from '../core/context.ts'
import type { FileRow } from './repo.ts'
import { writeToken } from './token.ts'

const IMAGE_MINUTES = 15

/**
 * A link to the bytes below this host. Who holds it may read them until it ends, so the caller has asked before whether
 * this person may, and has recorded a look. It ends on a full stretch of `minutes` (after one to two of them): a page
 * that refreshes meets the same link and does not load the picture again.
 */
export function linkTo(ctx: Ctx, fileId: string, { minutes }: { minutes: number }): { link: string; linkEndsAt: string } {
  const stretch = minutes * 60
  const endsAt = fromEpochSeconds(Math.ceil(epochSeconds(addMinutes(ctx.now, minutes)) / stretch) * stretch)
  return { link: `/api/v1/files/${writeToken(ctx.app.secrets.codeSecret, { fileId, endsAt })}`, linkEndsAt: endsAt.toISOString() }
}

/** A stored picture as pages show it. */
export function toImageView(ctx: Ctx, row: FileRow): ImageView {
  return { id: row.id, ...linkTo(ctx, row.id, { minutes: IMAGE_MINUTES }), widthPx: row.widthPx ?? 1, heightPx: row.heightPx ?? 1 }
}
