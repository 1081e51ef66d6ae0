import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { readPicture } from '../../../../test/support/papers.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import { PlatformError, createWeChat } from '../adapters/index.ts'
import { startWeChatStandIn, type WeChatStandIn } from '../adapters/stand-ins/wechat.ts'
import type { App } from '../core/app.ts'
import { type Ctx, processClock } from '../core/context.ts'
import { drawHonourPoster } from './draw-honour-poster.ts'
import { drawPoster, posterSvg } from './poster-picture.ts'
import { setHonourConsent } from './set-honour-consent.ts'

const ACCOUNT = { appId: 'wx0000000000000001', secret: 'app-secret' }
const PAGE = 'merit/pages/colleague/index'

let app: App
let standIn: WeChatStandIn
beforeAll(async () => {
  app = await testApp()
})
beforeEach(async () => {
  standIn = await startWeChatStandIn({ ...ACCOUNT, now: processClock, releasedPages: [PAGE] })
})
afterEach(() => standIn.close())
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)
const withWeChat = (ctx: Ctx): Ctx => ({
  ...ctx,
  app: { ...app, platforms: { wecom: null, wechat: createWeChat({ ...ACCOUNT, baseUrl: standIn.baseUrl, now: processClock }) } },
})

async function showing(ctx: Ctx): Promise<Ctx & { id: string }> {
  const who = await makeEmployee(ctx)
  const mine = actingAs(ctx, actorOf(who))
  await setHonourConsent(mine, { field: 'hours', shown: true })
  return { ...mine, id: who.id }
}

describe('drawHonourPoster', () => {
  it('is a picture with a code of the web that opens the page, where no mini-program is set up', () =>
    inTest(async (ctx) => {
      const mine = await showing(ctx)
      const { base64, code, width, height } = await drawHonourPoster(mine)
      expect(code).toBe('web')
      expect(readPicture(base64)).toEqual({ qr: `${app.config.publicUrl}/#/${PAGE}?employeeId=${mine.id}`, width, height })
    }))

  it('has a mini-program code where WeChat gives one', () =>
    inTest(async (ctx) => {
      const mine = withWeChat(await showing(ctx))
      expect(await drawHonourPoster(mine)).toMatchObject({ code: 'mini-program', type: 'image/png' })
    }))

  it.each([41030, 40001, 45009, 48001, -1])('falls back to the web when WeChat answers %i', (errcode) =>
    inTest(async (ctx) => {
      const mine = withWeChat(await showing(ctx))
      standIn.failNext('/wxa/getwxacodeunlimit', { kind: 'errcode', errcode }, 4)
      expect(await drawHonourPoster(mine)).toMatchObject({ code: 'web' })
    }),
  )

  it('hides no fault of our own behind the fallback', () =>
    inTest(async (ctx) => {
      const mine = await showing(ctx)
      const getUnlimitedQrCode = () => Promise.reject(new Error('a bug'))
      const broken = {
        codeToSession: () => Promise.reject(new PlatformError({ platform: 'wechat', operation: '', kind: 'busy' })),
        getUnlimitedQrCode,
      }
      const asked = drawHonourPoster({ ...mine, app: { ...app, platforms: { wecom: null, wechat: broken } } })
      await expect(asked).rejects.toThrow('a bug')
    }))

  it('refuses to draw nothing: a poster shows what colleagues may see', () =>
    inTest(async (ctx) => {
      const mine = actingAs(ctx, actorOf(await makeEmployee(ctx)))
      await expect(drawHonourPoster(mine)).rejects.toMatchObject({ code: 'honour-not-shown' })
    }))

  it('refuses the wrong role: nobody without a login has a poster', () =>
    inTest((ctx) => expect(drawHonourPoster(actingAs(ctx, { kind: 'anonymous' }))).rejects.toMatchObject({ code: 'login-required' })))
})

describe('drawPoster', () => {
  const honour = {
    person: { id: 'emp_0d3k9x2m4q7rt', name: '<陈>&小禾', department: '"技术"工程' },
    minutes: null,
    sessions: null,
    donatedFen: null,
    leaderYears: null,
    badges: null,
    projects: [{ id: 'prj_0d3k9x2m4q7rt', title: '</svg><script>' }],
    asOf: '2026-11-20T06:00:00.000Z',
  }
  const code = { kind: 'web' as const, text: 'https://yijian.example/' }

  it('takes names and titles for text, whatever they hold', async () => {
    expect(posterSvg(honour, code)).not.toMatch(/<陈>|<script>/)
    expect((await drawPoster(honour, code)).length).toBeGreaterThan(10_000)
  })

  it('leaves out what is not shown', () => {
    const svg = posterSvg(honour, code)
    expect(svg).not.toContain('公益时')
    expect(svg).not.toContain('捐出公益金')
    expect(svg).toContain('谢谢你')
  })
})
