import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { makeClaim } from '../../../../test/support/claims.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { listenersTo } from '../../../../test/support/outbox.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import { drawSvg } from '../core/drawing/draw-svg.ts'
import { fontFamily } from '../core/drawing/fonts.ts'
import { storeImage } from '../file/index.ts'
import { getClaim } from './get-claim.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'claim', listeners: listenersTo('upload.expired') })
})
afterAll(closeApps)

const gifts = [
  { yuan: 100, orderNo: '2026110120481734', giftOn: '2026-11-01', purpose: '山区儿童免费午餐', clock: '09:12' },
  { yuan: 100, orderNo: '2026110355902816', giftOn: '2026-11-03', purpose: '乡村图书馆计划', clock: '18:47' },
  { yuan: 20, orderNo: '2026110867315540', giftOn: '2026-11-08', purpose: '候鸟栖息地守护', clock: '12:30' },
]

/** What a phone takes of the page on which a platform thanks: the same for everybody but for a few words. */
function screenOf({ yuan, orderNo, giftOn, purpose, clock }: (typeof gifts)[number]): Promise<Buffer> {
  const rows = Object.entries({ 捐赠项目: purpose, 捐赠日期: giftOn, 订单号: orderNo, 支付状态: '已完成', 付款方式: '零钱' }).map(
    ([name, value], at) =>
      `<text x="60" y="${760 + at * 90}" fill="#888">${name}</text><text x="1020" y="${760 + at * 90}" text-anchor="end">${value}</text>`,
  )
  return drawSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="2340" font-family="${fontFamily}" font-size="38" fill="#222">
<rect width="1080" height="2340" fill="#f4f6f5"/><text x="60" y="80">${clock}</text><text x="540" y="200" text-anchor="middle">账单详情</text>
<text x="540" y="480" text-anchor="middle" font-size="110">-${yuan}.00</text>${rows.join('')}</svg>`)
}

it('knows a picture again in another size and compression, and tells receipts of one platform apart', () =>
  rolledBack(
    app,
    { kind: 'system', job: 'test' },
    async (ctx) => {
      const [me, other] = [await makeEmployee(ctx), await makeEmployee(ctx)]
      const desk = actingAs(ctx, actorOf(await makeEmployee(ctx), 'operator'))
      const claimWith = async (who: typeof me, bytes: Uint8Array, wish: { orderNo: string; giftOn: string; yuan: number }) => {
        const { id } = await storeImage(actingAs(ctx, actorOf(who)), { purpose: 'receipt', bytes })
        const { orderNo, giftOn, yuan } = wish
        return makeClaim(ctx, who, { orderNo: `TX ${orderNo}`, giftOn, amountFen: yuan * 100, imageIds: [id] })
      }
      const screens = await Promise.all(gifts.map(screenOf))
      const claims = []
      for (const [at, gift] of gifts.entries()) claims.push(await claimWith(me, screens[at]!, gift))
      for (const { id } of claims) expect((await getClaim(desk, id)).hints).toEqual([])

      const copy = await sharp(screens[1]).resize(540).jpeg({ quality: 50 }).toBuffer()
      const again = await claimWith(other, copy, { orderNo: '2026110481726354', giftOn: '2026-11-04', yuan: 100 })
      expect((await getClaim(desk, again.id)).hints).toEqual([
        { kind: 'like-image', state: 'submitted', samePerson: false, giftOn: '2026-11-03', amountFen: 10_000 },
      ])
    },
    '2026-11-20T06:00:00.000Z',
  ))
