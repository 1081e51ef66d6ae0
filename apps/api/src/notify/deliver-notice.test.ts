import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, systemCtx, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import { standInPlatforms } from '../../../../test/support/stand-ins.ts'
import type { App } from '../core/app.ts'
import { inTransaction } from '../core/context.ts'
import { insertBinding } from '../people/login-repo.ts'
import { deliverNotice } from './deliver-notice.ts'
import { type NoticeDraft, makeNotices } from './make-notices.ts'
import { recordMessageConsent } from './record-message-consent.ts'
import { notice } from './tables.ts'

type StandIns = Awaited<ReturnType<typeof standInPlatforms>>
const members = [
  { userid: 'msg-chen', name: '陈小禾', status: 1 as const },
  { userid: 'msg-gone', name: '已停用', status: 2 as const },
]
const templates = { 'hours-issued': { id: 'tpl-hours', fields: { thing1: 'title', time2: 'time', amount3: 'amount' } } } as const

let app: App
let standIns: StandIns
beforeAll(async () => {
  standIns = await standInPlatforms({ members })
  const made = await testApp({ platforms: standIns.platforms })
  const wecom = { corpId: 'ww0000000000000001', agentId: 1_000_001, baseUrl: '' }
  const wechat = { appId: 'wx0000000000000001', baseUrl: '', templates }
  app = { ...made, config: { ...made.config, wecom, wechat } }
})
afterAll(async () => {
  await standIns.close()
  await closeApps()
})

const weChatOnly = (): App => ({ ...app, platforms: { ...app.platforms, wecom: null } })

async function made(who: { id: string }, change: Partial<NoticeDraft> = {}): Promise<string> {
  const facts = { title: '深圳湾红树林净滩 · 第 12 场，带上手套和水', at: '2026-11-20T06:00:00.000Z', minutes: 90, amountFen: 10_000 }
  const draft = {
    employeeId: who.id,
    kind: 'hours-issued' as const,
    subject: 'jnl',
    facts,
    opens: { page: 'journal' as const, id: 'jnl_0000000000001' },
  }
  await inTransaction(await systemCtx(app), (ctx) => makeNotices(ctx, [{ ...draft, ...change }]))
  const [row] = await (await systemCtx(app)).db.select({ id: notice.id }).from(notice).where(eq(notice.employeeId, who.id))
  return row!.id
}

async function deliver(on: App, noticeId: string) {
  await inTransaction(await systemCtx(on), (ctx) => deliverNotice(ctx, noticeId))
  const [row] = await (await systemCtx(on)).db.select().from(notice).where(eq(notice.id, noticeId))
  const { delivery, channel, fault } = row!
  return { delivery, channel, fault }
}

describe('a member of the company', () => {
  it('gets a notice of WeCom that opens the page, once', async () => {
    const who = await makeEmployee(app, { wecomUserId: 'msg-chen' })
    const noticeId = await made(who)
    const before = standIns.wecom.notices.length
    for (let time = 0; time < 3; time++) expect(await deliver(app, noticeId)).toEqual({ delivery: 'sent', channel: 'wecom', fault: null })
    expect(standIns.wecom.notices.slice(before)).toEqual([
      { userid: 'msg-chen', title: '公益时已下发', page: 'pages/journal/index?journalId=jnl_0000000000001&account=hours' },
    ])
  })

  it('is sent one by ten workers at once', async () => {
    const who = await makeEmployee(app, { wecomUserId: 'MSG-chen' })
    const noticeId = await made(who, { kind: 'leave-decided' })
    const before = standIns.wecom.callsTo('/cgi-bin/message/send')
    await Promise.all(Array.from({ length: 10 }, async () => inTransaction(await systemCtx(app), (ctx) => deliverNotice(ctx, noticeId))))
    expect(standIns.wecom.callsTo('/cgi-bin/message/send') - before).toBe(1)
  })

  it('whom WeCom cannot reach keeps the message in the inbox, and it is not tried again', async () => {
    const who = await makeEmployee(app, { wecomUserId: 'msg-gone' })
    const noticeId = await made(who)
    expect(await deliver(app, noticeId)).toEqual({ delivery: 'not-sent', channel: 'wecom', fault: 'unknown-member' })
    standIns.wecom.failNext('/cgi-bin/message/send', { kind: 'dropped' })
    const other = await made(await makeEmployee(app, { wecomUserId: 'msg-CHEN' }))
    expect(await deliver(app, other)).toEqual({ delivery: 'not-sent', channel: 'wecom', fault: 'unavailable' })
    const calls = standIns.wecom.callsTo('/cgi-bin/message/send')
    await deliver(app, other)
    expect(standIns.wecom.callsTo('/cgi-bin/message/send')).toBe(calls)
  })

  it('gets none after a crash between sending and writing it down', async () => {
    const who = await makeEmployee(app)
    const noticeId = await made(who)
    await (await systemCtx(app)).db.update(notice).set({ delivery: 'sending', channel: 'wecom' }).where(eq(notice.id, noticeId))
    expect(await deliver(app, noticeId)).toMatchObject({ delivery: 'sending' })
  })

  it('gets none after leaving', async () => {
    const who = await makeEmployee(app, { leftOn: '2026-01-01' })
    expect(await deliver(app, await made(who))).toMatchObject({ delivery: 'not-sent', fault: 'left' })
  })
})

describe('somebody on WeChat', () => {
  async function bound(openid: string) {
    const who = await makeEmployee(app)
    await inTransaction(await systemCtx(app), (ctx) =>
      insertBinding(ctx, { id: ctx.app.newId('wechatBinding'), openid, employeeId: who.id, active: 1, boundAt: ctx.now, endedAt: null }),
    )
    return who
  }

  it('gets one message for one consent, cut to what the template takes', async () => {
    const who = await bound('openid-msg-1')
    const consent = async () => recordMessageConsent({ ...(await systemCtx(weChatOnly())), actor: actorOf(who) }, ['hours-issued'])
    const first = await made(who)
    expect(await deliver(weChatOnly(), first)).toEqual({ delivery: 'not-sent', channel: null, fault: 'no-channel' })
    await consent()
    standIns.wechat.subscribe('openid-msg-1', 'tpl-hours')
    const rows = async (subject: string) => {
      await made(who, { subject })
      const all = await (await systemCtx(app)).db.select().from(notice).where(eq(notice.subject, subject))
      return all.find((row) => row.employeeId === who.id)!.id
    }
    expect(await deliver(weChatOnly(), await rows('second'))).toEqual({ delivery: 'sent', channel: 'wechat', fault: null })
    expect(standIns.wechat.messages.at(-1)).toMatchObject({
      openid: 'openid-msg-1',
      data: {
        thing1: { value: '深圳湾红树林净滩 · 第 12 场，带…' },
        time2: { value: '2026年11月20日 14:00' },
        amount3: { value: '100.00元' },
      },
    })
    expect(await deliver(weChatOnly(), await rows('third'))).toMatchObject({ delivery: 'not-sent', fault: 'no-channel' })
  })

  it('who took the consent back in WeChat is not sent any', async () => {
    const who = await bound('openid-msg-2')
    await recordMessageConsent({ ...(await systemCtx(weChatOnly())), actor: actorOf(who) }, ['hours-issued'])
    expect(await deliver(weChatOnly(), await made(who))).toEqual({ delivery: 'not-sent', channel: 'wechat', fault: 'not-wanted' })
  })
})

it('is done by the system alone', async () => {
  const who = await makeEmployee(app)
  const noticeId = await made(who)
  await expect(deliverNotice({ ...(await systemCtx(app)), actor: actorOf(who) }, noticeId)).rejects.toMatchObject({ code: 'role-required' })
})
