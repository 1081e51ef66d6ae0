import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, startApi } from '../../../../test/support/api.ts'
import { makeScene } from '../../../../test/support/attendance.ts'
import { closeApps, systemCtx, testApp } from '../../../../test/support/database.ts'
import { issue } from '../../../../test/support/hours.ts'
import { readPaper } from '../../../../test/support/papers.ts'
import { inTransaction } from '../core/context.ts'

let api: TestApi
let certificateNo: string
let paper: Response
beforeAll(async () => {
  const app = await testApp()
  api = await startApi(app)
  const who = await inTransaction(await systemCtx(app), async (ctx) => {
    const scene = await makeScene(ctx, { startsAt: new Date('2026-03-20T06:00:00.000Z') })
    await issue(ctx, scene, { who: scene.people[0]! })
    return scene.people[0]!
  })
  const mine = await api.as(who)
  const made = await mine.makeCertificate({ body: { fromOn: '2026-03-01', toOn: '2026-03-31' } })
  certificateNo = made.certificateNo
  const { link } = await mine.getCertificateLink({ params: { certificateId: made.id } })
  paper = await fetch(new URL(link, api.base))
})
afterAll(async () => {
  await api?.close()
  await closeApps()
})

describe('a certificate', () => {
  it('comes as a PDF by a link that needs no login, named in Chinese', async () => {
    expect(paper.status).toBe(200)
    expect(paper.headers.get('content-type')).toBe('application/pdf')
    expect(decodeURIComponent(paper.headers.get('content-disposition') ?? '')).toContain(`志愿服务证明-${certificateNo}.pdf`)
    expect(readPaper(new Uint8Array(await paper.arrayBuffer())).text).toContain(certificateNo)
  })

  it('is checked by anybody who has its number, who learns the least', async () => {
    const check = await api.anyone.checkCertificate({ params: { certificateNo } })
    expect(check).toEqual({
      certificateNo,
      maskedName: '陈**',
      fromOn: '2026-03-01',
      toOn: '2026-03-31',
      minutes: 180,
      issuedOn: expect.any(String) as string,
      state: 'valid',
      supersededOn: null,
    })
  })

  it('is unknown by any other number', async () => {
    const unknown = api.anyone.checkCertificate({ params: { certificateNo: 'YJ-0000-0000-0000' } })
    await expect(unknown).rejects.toMatchObject({ code: 'certificate-unknown' })
  })

  it('cannot be found by trying: an address has sixty checks a minute, with whatever login', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 70 }, async (_, at) => {
        const headers = { Authorization: `Bearer made-up-token-number-${at}` }
        return (await fetch(`${api.base}/certificates/YJ-0000-0000-00${String(at).padStart(2, '0')}/check`, { headers })).status
      }),
    )
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10)
  })
})
