import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { keepPicture, launchBrowser } from '../support/browser.ts'
import { systemCtx } from '../support/database.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { readPicture } from '../support/papers.ts'
import { serveSession } from '../support/served.ts'
import { openMiniProgram, startLab } from './lab/mini-program.ts'

let stage: Stage
let api: TestApi
let browser: Browser
let lab: Awaited<ReturnType<typeof startLab>>

beforeAll(async () => {
  stage = await openStage(null)
  api = await startApi(stage.app)
  lab = await startLab({ apiBase: stage.url })
  browser = await launchBrowser()
  await serveSession(stage, api, stage.volunteer)
})
afterAll(async () => {
  await browser?.close()
  await lab?.close()
  await api?.close()
  await stage?.close()
})

it('shows a field, saves the poster to the album, and opens a certificate in WeChat’s reader', async () => {
  const mine = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await mine.open('pages/login/index')
  await mine.tap(stage.volunteer.name)
  await mine.sees('退出登录')
  await mine.open('merit/pages/honour/index')
  await mine.sees('初次出发')
  await mine.sees('仅自己可见')
  await mine.tap('服务场次')
  await mine.sees('起对同事公开')
  await keepPicture(mine.page, 'weapp-honour-mine')
  await mine.tap('荣誉海报')
  await mine.tap('保存图片')
  await mine.sees('海报已保存')
  await keepPicture(mine.page, 'weapp-honour-poster')
  const [written] = (await mine.calls('writeFile')) as { filePath: string; data: string }[]
  expect(await mine.calls('saveImageToPhotosAlbum')).toMatchObject([{ filePath: written?.filePath }])
  expect(readPicture(written?.data ?? '').qr).toContain(`employeeId=${stage.volunteer.id}`)

  await mine.open('merit/pages/certificate/index')
  await mine.sees('1 场志愿服务')
  await mine.tap('开具证明')
  await mine.sees('证明已开具')
  await keepPicture(mine.page, 'weapp-certificate')
  await mine.answer('downloadFile', { tempFilePath: 'wxfile://tmp/paper.pdf' })
  await mine.tap('下载 PDF')
  await expect
    .poll(() => mine.calls('openDocument'))
    .toMatchObject([{ filePath: 'wxfile://tmp/paper.pdf', fileType: 'pdf', showMenu: true }])
  const [download] = (await mine.calls('downloadFile')) as { url: string }[]
  expect(download?.url).toMatch(/\/api\/v1\/files\//)
  expect(mine.faults).toEqual([])
  await mine.close()
})

it('opens a colleague’s page by the scene of a mini-program code, and checks a certificate without a login', async () => {
  const volunteer = await api.as(stage.volunteer)
  await volunteer.setHonourConsent({ params: { field: 'sessions' }, body: { shown: true } })
  const { certificateNo } = await volunteer.makeCertificate({
    body: { fromOn: '2020-01-01', toOn: shanghaiDay((await systemCtx(stage.app)).now) },
  })
  const stranger = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await stranger.open(`merit/pages/check/index?certificateNo=${certificateNo}`)
  await stranger.sees('真实有效')
  await keepPicture(stranger.page, 'weapp-certificate-check')
  expect(await stranger.text()).not.toContain(stage.volunteer.name)
  await stranger.open('pages/login/index')
  await stranger.tap(stage.lead.name)
  // Logged in, the app goes back to where it was.
  await stranger.sees('真实有效')
  await stranger.open(`merit/pages/colleague/index?scene=${stage.volunteer.id}`)
  await stranger.sees(stage.volunteer.name)
  await stranger.sees('志愿服务')
  await keepPicture(stranger.page, 'weapp-honour-colleague')
  expect(stranger.faults).toEqual([])
  await stranger.close()
})
