import type { NoticeFacts } from '@yijian/shared/notify/shapes'
import { noticeTitle, noticeWords } from '@yijian/shared/notify/text'
import { shanghaiClock } from '@yijian/shared/kernel/time'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { ResultSetHeader } from 'mysql2/promise'
import { requireSystem } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { addressOf } from './addresses.ts'
import { everyFact } from './every-fact.ts'
import { contactsOf } from './read.ts'
import { messageConsent, notice } from './tables.ts'

type Row = typeof notice.$inferSelect & { facts: NoticeFacts }
type Channel = 'wecom' | 'wechat'

/** WeCom shows 4 to 12 characters of headline and of what is below it, and 30 of a line. */
const BELOW_LENGTH = 12
const LINE_LENGTH = 30
const fieldLengths: Record<string, number> = { thing: 20, phrase: 5, character_string: 32, name: 10, amount: 12 }

/**
 * Sends a message by WeCom, or by WeChat where the person gave consent. It is marked as being sent on a connection of its own
 * before it leaves: after a crash in between nobody knows whether it arrived, and twice is worse than in the inbox alone.
 */
export async function deliverNotice(ctx: Ctx, noticeId: string): Promise<void> {
  requireSystem(ctx)
  const [kept] = await ctx.db.select().from(notice).where(eq(notice.id, noticeId))
  if (kept === undefined || kept.delivery !== 'waiting') return
  const row = { ...kept, facts: everyFact(kept.facts) }
  const { wecomUserId, openid, leftOn } = await contactsOf(ctx, row.employeeId)
  const send = leftOn === null ? await senderFor(ctx, row, { wecomUserId, openid }) : null
  if (send === null) return settle(ctx, noticeId, { delivery: 'not-sent', fault: leftOn === null ? 'no-channel' : 'left' })
  const [{ affectedRows }] = await ctx.app.pool.query<ResultSetHeader>(
    "UPDATE notice SET delivery = 'sending', channel = ? WHERE id = ? AND delivery = 'waiting'",
    [send.channel, noticeId],
  )
  if (affectedRows === 0) return
  try {
    await send.go()
  } catch (error) {
    ctx.log.warn({ err: error, noticeId, channel: send.channel }, 'message was not taken')
    return settle(ctx, noticeId, { delivery: 'not-sent', fault: faultOf(error) })
  }
  await settle(ctx, noticeId, { delivery: 'sent' })
}

interface Sender {
  channel: Channel
  go: () => Promise<void>
}

async function senderFor(
  ctx: Ctx,
  row: Row,
  { wecomUserId, openid }: { wecomUserId: string | null; openid: string | null },
): Promise<Sender | null> {
  const { config, platforms } = ctx.app
  // Templates and labels are registered with the platforms in Chinese, and nobody tells them a language.
  const { headline, sentence } = noticeWords(row.kind, row.facts, 'zh')
  const title = noticeTitle(row.facts, 'zh')
  const page = addressOf(row.page, row.pageId)
  const { wecom, wechat } = platforms
  if (wecom?.sendNotice !== undefined && wecomUserId !== null && config.wecom !== null && config.wechat !== null) {
    const { sendNotice } = wecom
    const items = linesOf(row).map(({ key, value }) => ({ key, value: cut(value, LINE_LENGTH) }))
    const card = { title: headline, description: cut(title, BELOW_LENGTH).padEnd(4, '　'), items, page }
    const { agentId } = config.wecom
    const { appId } = config.wechat
    return { channel: 'wecom', go: () => sendNotice(wecomUserId, { agentId, appId, ...card }) }
  }
  const template = config.wechat?.templates[row.kind]
  if (wechat?.sendSubscribeMessage === undefined || openid === null || template === undefined) return null
  if (!(await useConsent(ctx, row))) return null
  const values = { title, headline, sentence, place: row.facts.place ?? '—', time: timeOf(row), amount: amountOf(row) }
  const data = Object.fromEntries(Object.entries(template.fields).map(([name, part]) => [name, cut(values[part], lengthOf(name))]))
  const { sendSubscribeMessage } = wechat
  return { channel: 'wechat', go: () => sendSubscribeMessage(openid, { templateId: template.id, page, data }) }
}

/** One consent is good for one message. */
async function useConsent(ctx: Ctx, { employeeId, kind }: Row): Promise<boolean> {
  const [{ affectedRows }] = await ctx.db
    .update(messageConsent)
    .set({ left: sql`${messageConsent.left} - 1` })
    .where(and(eq(messageConsent.employeeId, employeeId), eq(messageConsent.kind, kind), gt(messageConsent.left, 0)))
  return affectedRows === 1
}

async function settle(ctx: Ctx, noticeId: string, change: Pick<Row, 'delivery'> & { fault?: string }): Promise<void> {
  await ctx.db.update(notice).set(change).where(eq(notice.id, noticeId))
}

function linesOf({ facts, kind }: Row): { key: string; value: string }[] {
  const { sentence } = noticeWords(kind, facts, 'zh')
  const time = facts.at === null ? [] : [{ key: '时间', value: timeOf({ facts }) }]
  const place = facts.place === null || facts.place === '' ? [] : [{ key: '地点', value: facts.place }]
  return [{ key: '内容', value: sentence }, ...time, ...place]
}

/** As WeChat wants a time: 2026年11月20日 14:00. */
function timeOf({ facts }: Pick<Row, 'facts'>): string {
  if (facts.at === null) return '—'
  const { year, month, date, hour, minute } = shanghaiClock(facts.at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}年${two(month)}月${two(date)}日 ${two(hour)}:${two(minute)}`
}

function amountOf({ facts }: Row): string {
  return `${((facts.amountFen ?? 0) / 100).toFixed(2)}元`
}

function lengthOf(field: string): number {
  return fieldLengths[field.replace(/\d+$/, '')] ?? 32
}

function cut(words: string, length: number): string {
  const characters = [...words.replace(/\s+/g, ' ')]
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`
}

function faultOf(error: unknown): string {
  return error instanceof Error && 'kind' in error ? String(error.kind).slice(0, 24) : 'unexpected'
}
