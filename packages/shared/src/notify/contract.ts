import * as z from 'zod/mini'
import { page, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { id } from '../kernel/id.ts'
import { field } from '../kernel/zod.ts'
import { noticeKinds } from './rules.ts'
import { inboxState, messageTemplates, notice } from './shapes.ts'

export const notifyContract = {
  listMyNotices: route({
    method: 'GET',
    path: '/me/notices',
    summary: 'My messages, the newest first',
    access: 'employee',
    limit: 'read',
    query: z.object({ ...pageQuery }),
    status: 200,
    reply: page(notice),
    problems: [],
  }),
  getInboxState: route({
    method: 'GET',
    path: '/me/inbox',
    summary: 'How many of my messages wait to be read',
    access: 'employee',
    limit: 'read',
    status: 200,
    reply: inboxState,
    problems: [],
  }),
  readNotices: route({
    method: 'POST',
    path: '/me/inbox/readings',
    summary: 'Mark my messages as read, up to one of them',
    access: 'employee',
    limit: 'write',
    body: z.object({ upTo: field(id('notice'), 'The newest message that was seen') }),
    status: 200,
    reply: inboxState,
    problems: [],
  }),
  listMessageTemplates: route({
    method: 'GET',
    path: '/message-templates',
    summary: 'Templates of WeChat subscribe messages to ask consent for',
    access: 'employee',
    limit: 'read',
    status: 200,
    reply: messageTemplates,
    problems: [],
  }),
  recordMessageConsent: route({
    method: 'POST',
    path: '/me/message-consents',
    summary: 'Record what was accepted in WeChat’s own question; each consent is good for one message',
    access: 'employee',
    limit: 'write',
    body: z.object({ accepted: z.array(z.enum(noticeKinds)).check(z.minLength(1), z.maxLength(3)) }),
    status: 201,
    reply: z.object({ recorded: z.array(z.enum(noticeKinds)) }),
    problems: [],
  }),
}
