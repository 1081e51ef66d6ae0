import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, startApi } from '../../../../test/support/api.ts'
import { closeApps, systemCtx, testApp } from '../../../../test/support/database.ts'
import { makeEmployee } from '../../../../test/support/people.ts'
import { pictureOf } from '../../../../test/support/pictures.ts'
import type { App } from '../core/app.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { StorageError } from '../core/storage.ts'
import { linkTo } from './link-to.ts'
import { storeFile } from './store-file.ts'
import { writeToken } from './token.ts'

let app: App
let api: TestApi
let host: string
beforeAll(async () => {
  app = await testApp()
  api = await startApi(app)
  host = api.base.replace('/api/v1', '')
})
afterAll(async () => {
  await api.close()
  await closeApps()
})

const codeOf = async (reply: Response) => [reply.status, ((await reply.json()) as { code: string }).code]
const upload = async (seed: number) => {
  const client = await api.as(await makeEmployee(app))
  return client.uploadImage({ query: { purpose: 'receipt' }, file: { type: 'image/png', bytes: await pictureOf(seed) } })
}

async function csv(name: string, content: string | AsyncIterable<Uint8Array>, change: (ctx: Ctx) => Partial<Ctx> = () => ({})) {
  return inTransaction(await systemCtx(app), async (ctx) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    return storeFile({ ...ctx, ...change(ctx) }, { name, type: 'text/csv', purpose: 'export', content: bytes })
  })
}
const open = async (fileId: string) => fetch(`${host}${linkTo(await systemCtx(app), fileId, { minutes: 5 }).link}`)

describe('a picture over HTTP', () => {
  it('comes back by its link, safe to show and kept by no cache', async () => {
    const image = await upload(31)
    const reply = await fetch(`${host}${image.link}`)
    expect([reply.status, Object.fromEntries(reply.headers)]).toMatchObject([
      200,
      {
        'content-type': 'image/jpeg',
        'content-disposition': expect.stringMatching(/^inline; filename="receipt-\w{6}\.jpg"; filename\*=UTF-8''receipt-\w{6}\.jpg$/),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-store',
      },
    ])
    expect((await reply.arrayBuffer()).byteLength).toBe(Number(reply.headers.get('content-length')))
  })

  it('keeps its link while a page refreshes, and ends it in time', async () => {
    const image = await upload(32)
    const ctx = await systemCtx(app)
    const at = (minutes: number) => linkTo({ ...ctx, now: addMinutes('2026-11-20T06:00:00.000Z', minutes) }, image.id, { minutes: 15 })
    expect(at(1)).toEqual(at(14))
    expect(at(1).linkEndsAt).toBe('2026-11-20T06:30:00.000Z')
    expect(at(16).link).not.toBe(at(14).link)
  })

  it('refuses links that are old, forged or cut short, each by its own problem', async () => {
    const { id } = await upload(33)
    const ctx = await systemCtx(app)
    const token = (secret: string, minutes: number) => writeToken(secret, { fileId: id, endsAt: addMinutes(ctx.now, minutes) })
    const secret = app.secrets.codeSecret
    const get = (text: string) => fetch(`${api.base}/files/${text}`)
    expect(await codeOf(await get(token(secret, -1)))).toEqual([410, 'file-link-expired'])
    for (const forged of [token(`${secret}!`, 5), token(secret, 5).slice(0, -1), `${token(secret, 5)}x`, 'x', '..%2f..%2fetc%2fpasswd']) {
      expect(await codeOf(await get(forged))).toEqual([404, 'file-link-invalid'])
    }
    const [file = '', end = '', signature = ''] = token(secret, -1).split('.')
    const longer = (Number.parseInt(end, 36) + 9999).toString(36)
    expect(await codeOf(await get([file, longer, signature].join('.')))).toEqual([404, 'file-link-invalid'])
    expect(await codeOf(await get(writeToken(secret, { fileId: 'fil_0000000000000', endsAt: addMinutes(ctx.now, 5) })))).toEqual([
      404,
      'file-link-invalid',
    ])
  })

  it('is refused when it is too heavy or of another kind', async () => {
    const client = await api.as(await makeEmployee(app))
    const send = (type: string, bytes: Uint8Array) => client.uploadImage({ query: { purpose: 'receipt' }, file: { type, bytes } })
    await expect(send('image/jpeg', Buffer.alloc(10 * 1024 * 1024 + 1))).rejects.toMatchObject({ code: 'body-too-large' })
    await expect(send('image/gif', Buffer.from('GIF89a'))).rejects.toMatchObject({ code: 'unsupported-media-type' })
    await expect(send('image/png', Buffer.from('GIF89a'))).rejects.toMatchObject({ code: 'not-an-image' })
    await expect(
      api.anyone.uploadImage({ query: { purpose: 'receipt' }, file: { type: 'image/png', bytes: Buffer.from('x') } }),
    ).rejects.toMatchObject({ code: 'login-required' })
  })
})

describe('a file of the system', () => {
  it('is saved under its Chinese name and comes back whole, also from a stream', async () => {
    const pieces = async function* () {
      for (let at = 0; at < 300; at++) yield Buffer.from(`${at},公益\n`.repeat(100))
    }
    const file = await csv('2026 年度公益数据(终).csv', pieces())
    const reply = await open(file.id)
    expect(reply.headers.get('content-disposition')).toBe(
      `attachment; filename="2026 ______(_).csv"; filename*=UTF-8''2026%20%E5%B9%B4%E5%BA%A6%E5%85%AC%E7%9B%8A%E6%95%B0%E6%8D%AE%28%E7%BB%88%29.csv`,
    )
    const text = await reply.text()
    expect([Buffer.byteLength(text), text.split('\n').length]).toEqual([file.sizeBytes, 30_001])
  })

  it('keeps nothing when its stream breaks off', async () => {
    const broken = async function* () {
      yield Buffer.from('half')
      throw new Error('the source broke')
    }
    await expect(csv('x.csv', broken())).rejects.toThrow('the source broke')
  })

  it('whose bytes are gone is a link that is no longer good', async () => {
    const file = await csv('x.csv', 'a,b')
    await app.storage.remove(file.storageKey)
    expect(await codeOf(await open(file.id))).toEqual([404, 'file-link-invalid'])
  })
})

describe('a store that is away', () => {
  it('is said in words, and nothing is kept', async () => {
    const away = async () => {
      throw new StorageError('unavailable', 'ECONNREFUSED')
    }
    const broken = await testApp({ storage: { put: away, get: away, remove: away } })
    const there = await startApi(broken)
    const client = await there.as(await makeEmployee(broken))
    const picture = { type: 'image/png', bytes: await pictureOf(34) }
    await expect(client.uploadImage({ query: { purpose: 'receipt' }, file: picture })).rejects.toMatchObject({
      code: 'storage-unavailable',
    })
    await there.close()
  })
})
