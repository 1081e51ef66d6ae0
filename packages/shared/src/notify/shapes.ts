import * as z from 'zod/mini'
import { id } from '../kernel/id.ts'
import { count, fen, minutes } from '../kernel/quantity.ts'
import { field, instant, named, text, whole } from '../kernel/zod.ts'
import { claimPlatforms } from '../claim/shapes.ts'
import { noticeKinds } from './rules.ts'

const nothing = (words: string) => `${words}; null where it does not apply`

/**
 * What a message says, as values: the words are made where they are read, in the reader's language. What it is about has a
 * title if people named it so, and stands in its own facts if the name is ours to say. Never both, so that each is said
 * in one way; a message made before these facts were kept has its title in Chinese.
 */
export const noticeFacts = z.object({
  title: field(z.nullable(z.string()), 'The session, project or thing it is about, as people named it', '深圳湾红树林净滩 · 第 12 场'),
  names: field(z.nullable(z.array(z.string())), nothing('The fund projects of a donation'), ['山区儿童营养午餐']),
  gift: field(
    z.nullable(z.object({ platform: z.enum(claimPlatforms), platformName: z.nullable(z.string()), amountFen: fen })),
    nothing('The own donation of a claim'),
  ),
  year: field(z.nullable(whole(2000, 2100)), nothing('The year of the award'), 2026),
  at: field(z.nullable(instant), nothing('When it begins or began')),
  place: field(z.nullable(z.string()), nothing('Where')),
  minutes: field(z.nullable(minutes), nothing('Minutes issued or of leave')),
  amountFen: field(z.nullable(fen), nothing('Credit'), 30_000),
  owedFen: field(z.nullable(fen), nothing('Credit that was spent already and is owed'), 15_000),
  decision: field(z.nullable(z.enum(['approved', 'returned', 'rejected', 'declined'])), nothing('What was decided')),
  reason: field(z.nullable(z.string()), nothing('Why')),
})
export type NoticeFacts = z.infer<typeof noticeFacts>

export const noticePages = ['session', 'project', 'journal', 'donation', 'claim', 'order', 'leave', 'nomination', 'honour'] as const

/** A message (消息) in the inbox of a person. */
export const notice = named(
  'Notice',
  'A message in the inbox of a person, with the page it opens',
  z.object({
    id: id('notice'),
    kind: z.enum(noticeKinds),
    facts: noticeFacts,
    opens: z.object({ page: z.enum(noticePages), id: field(z.string(), 'Id of what the page shows', 'ses_0d3k9x2m4q7rt') }),
    madeAt: instant,
    readAt: z.nullable(instant),
  }),
)
export type Notice = z.infer<typeof notice>

export const inboxState = named('InboxState', 'How many messages wait to be read', z.object({ unread: count }))
export type InboxState = z.infer<typeof inboxState>

/** Templates of subscribe messages (订阅消息), by what they tell; asked for in the tap that gives cause to. */
export const messageTemplates = z.object({
  items: z.array(z.object({ kind: z.enum(noticeKinds), templateId: field(text(64), 'Id of the WeChat template', 'tpl-reminder') })),
})
export type MessageTemplates = z.infer<typeof messageTemplates>
