import { record } from '../core/audit/record.ts'
import { type Listeners, listener } from '../core/jobs/topics.ts'
import { lockFiles, setRemoved } from './repo.ts'

export const fileListeners: Listeners = [
  listener({
    topic: 'upload.expired',
    name: 'file.clear',
    /** A picture nobody sent is nobody's: the least data that works. */
    hear: async (ctx, { fileId }) => {
      const [file] = await lockFiles(ctx, [fileId])
      if (file === undefined || file.attachedAt !== null || file.removedAt !== null) return
      await setRemoved(ctx, fileId)
      await record(ctx, { action: 'upload.cleared', subject: fileId })
      await ctx.app.storage.remove(file.storageKey)
    },
  }),
]
