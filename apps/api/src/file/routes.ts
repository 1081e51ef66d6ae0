import type { fileContract } from '@yijian/shared/file/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { getFile } from './get-file.ts'
import { toImageView } from './link-to.ts'
import { storeImage } from './store-image.ts'

export const fileHandlers: Handlers<typeof fileContract> = {
  uploadImage: async (ctx, { query, file }) => toImageView(ctx, await storeImage(ctx, { purpose: query.purpose, bytes: file.bytes })),
  getFile: (ctx, { params }) => getFile(ctx, params.token),
}
