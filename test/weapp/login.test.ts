import type { Login, Persona } from '@yijian/shared/people/shapes'
import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openMiniProgram, startLab } from './lab/mini-program.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof startLab>>

beforeAll(async () => {
  server = await startLab()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const login: Login = {
  accessToken: 'access',
  accessExpiresAt: '2026-11-20T07:00:00.000Z',
  refreshToken: 'refresh',
  refreshExpiresAt: '2026-12-20T06:00:00.000Z',
  me: {
    employee: {
      id: 'emp_0d3k9x2m4q7rt',
      employeeNo: 'E1',
      name: '陈小禾',
      department: '技术工程',
      city: '深圳',
      region: '华南',
      employmentType: 'regular',
      level: 'other',
      sex: 'unknown',
      ageBand: '30-50',
      hiredOn: '2020-07-01',
      leftOn: null,
    },
    branches: [],
    roles: [],
    isHost: false,
    wechatBound: true,
  },
}

const words = (title: string, detail: string, next: string) => ({ title, detail, next })
function refusal(code: string, status: number, zh: ReturnType<typeof words>) {
  const texts = { zh, en: words(code, '', '') }
  return { status, json: { type: '', code, status, ...zh, instance: '', data: {}, texts } }
}

/** What the API would answer under `/logins`; the journeys against the real server stand elsewhere. */
async function answerLogins(page: Page, answers: Record<string, (route: Route) => { status: number; json: object }>) {
  await page.route('**/api/v1/**', (route) => {
    const path = new URL(route.request().url()).pathname.replace('/api/v1', '')
    return route.fulfill(answers[path]?.(route) ?? refusal('demo-only', 404, words('仅演示环境可用', '', '')))
  })
}

describe('logging in', () => {
  it('happens by itself inside WeCom, with the code of WeCom', async () => {
    const app = await openMiniProgram(browser, server, { entry: 'pages/settings/index', weCom: true, loginCode: 'wecom-code' })
    const codes: unknown[] = []
    await answerLogins(app.page, {
      '/logins/wecom': (route) => {
        codes.push(route.request().postDataJSON())
        return { status: 201, json: login }
      },
    })
    await app.open('pages/login/index')
    await app.sees('欢迎，陈小禾')
    expect(codes).toEqual([{ code: 'wecom-code' }])
    expect(await app.calls('login')).toHaveLength(0)
    await app.sees('技术工程')
    await app.close()
  })

  it('asks a new WeChat account for the one-time code, says when it is wrong, and binds it', async () => {
    const app = await openMiniProgram(browser, server, { entry: 'pages/settings/index' })
    await answerLogins(app.page, {
      '/logins/wechat': (route) => {
        const { bindCode } = route.request().postDataJSON() as { bindCode?: string }
        if (!bindCode) return refusal('wechat-not-bound', 409, words('尚未绑定员工身份', '此微信还没有与员工身份绑定。', '请输入绑定码。'))
        if (bindCode !== 'K7QM2XRP')
          return refusal('bind-code-invalid', 409, words('绑定码无效', '绑定码不正确、已使用或已过期。', '请核对后重试。'))
        return { status: 201, json: login }
      },
    })
    await app.open('pages/login/index')
    await app.tap('微信登录')
    await app.sees('此微信还没有与员工身份绑定')
    await app.tap('绑定并登录')
    await app.sees('请先填写绑定码')

    await app.fill('一次性绑定码', 'wrong')
    await app.tap('绑定并登录')
    await app.sees('绑定码不正确、已使用或已过期。')

    await app.fill('一次性绑定码', 'k7qm2xrp')
    await app.tap('绑定并登录')
    await app.sees('欢迎，陈小禾')
    await app.close()
  })

  it('offers the made-up people of a demo, and keeps the login over a restart', async () => {
    const personas: Persona[] = [
      { id: login.me.employee.id, name: '陈小禾', department: '技术工程', part: { zh: '志愿者', en: 'Volunteer' } },
    ]
    const app = await openMiniProgram(browser, server, { entry: 'pages/settings/index' })
    await answerLogins(app.page, {
      '/logins/personas': () => ({ status: 200, json: { items: personas } }),
      '/logins/demo': () => ({ status: 201, json: login }),
    })
    await app.open('pages/login/index')
    await app.tap('陈小禾')
    await app.sees('退出登录')
    await app.page.reload()
    await app.sees('退出登录')
    await app.close()
  })

  it('ends on the server before it ends here', async () => {
    const app = await openMiniProgram(browser, server, { entry: 'pages/settings/index', weCom: true })
    let ended = 0
    await answerLogins(app.page, {
      '/logins/wecom': () => ({ status: 201, json: login }),
      '/logins/current': () => ({ status: 200, json: { ended: ++ended } }),
    })
    await app.open('pages/login/index')
    await app.sees('退出登录')
    await app.tap('退出登录')
    await app.tap(/^退出$/)
    await app.sees('已退出')
    expect(ended).toBe(1)
    await expect.poll(() => app.text()).not.toContain('陈小禾')
    await app.close()
  })
})
