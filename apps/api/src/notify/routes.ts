import type { notifyContract } from '@yijian/shared/notify/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { getInboxState, listMessageTemplates, listMyNotices } from './inbox.ts'
import { readNotices } from './read-notices.ts'
import { recordMessageConsent } from './record-message-consent.ts'

export const notifyHandlers: Handlers<typeof notifyContract> = {
  listMyNotices: (ctx, { query }) => listMyNotices(ctx, query),
  getInboxState: (ctx) => getInboxState(ctx),
  readNotices: (ctx, { body }) => readNotices(ctx, body.upTo),
  listMessageTemplates: (ctx) => Promise.resolve(listMessageTemplates(ctx)),
  recordMessageConsent: (ctx, { body }) => recordMessageConsent(ctx, body.accepted),
}
