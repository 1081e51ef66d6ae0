import { addMinutes } from '@yijian/shared/kernel/time'
import { putAt } from '../core/jobs/outbox.ts'
import { type Listeners, listener } from '../core/jobs/topics.ts'
import { buildExport } from './build-export.ts'
import type { Means } from './built.ts'
import { SILENT_MINUTES, exportById } from './repo.ts'

/**
 * Starts a build and lets it go on by itself: the message's transaction ends at once, so that minutes of work hold no
 * lock and no lease. Until the export is done a further message comes to look for it, so that no crash loses it.
 */
export function statsListeners(means: Means): Listeners {
  return [
    listener({
      topic: 'export.requested',
      name: 'stats.build-export',
      hear: async (ctx, { exportId }) => {
        const { state } = await exportById(ctx, exportId)
        if (state === 'ready' || state === 'failed') return
        await putAt(ctx, addMinutes(ctx.now, SILENT_MINUTES + 1), 'export.requested', { exportId })
        const { app, log } = ctx
        buildExport(app, exportId, means).catch((err: unknown) => log.error({ err, exportId }, 'export could not begin'))
      },
    }),
  ]
}
