import * as z from 'zod/mini'
import { id } from '../kernel/id.ts'
import { field, instant, named, whole } from '../kernel/zod.ts'

/** What a picture is handed in for; each slice asks for its own kind when it attaches one. */
export const imagePurposes = ['receipt', 'report', 'item', 'cover'] as const
export type ImagePurpose = (typeof imagePurposes)[number]

/** What the system makes itself. */
export type FilePurpose = ImagePurpose | 'export' | 'certificate'

export const imageTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export const MAX_IMAGE_BYTES = 10 * 1024 * 1024

/** The types `getFile` may answer. */
export const fileTypes = [
  'image/jpeg',
  'application/pdf',
  'application/zip',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const
export type FileType = (typeof fileTypes)[number]

export const fileLink = field(
  z.string(),
  'A link to the bytes, below this host, good for a short time',
  '/api/v1/files/0d3k9x2m4q7rt.t2qk5c.…',
)

/** A picture as pages show it. */
export const imageView = named(
  'ImageView',
  'A stored picture with a link that is good for a short time',
  z.object({ id: id('file'), link: fileLink, linkEndsAt: instant, widthPx: whole(1), heightPx: whole(1) }),
)
export type ImageView = z.infer<typeof imageView>
