import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { actorOf } from '../../../../test/support/people.ts'
import { greyPng, pictureOf } from '../../../../test/support/pictures.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { attachUploads } from './attach-uploads.ts'
import { fileListeners } from './jobs.ts'
import { fileById } from './repo.ts'
import { storeImage } from './store-image.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners: listenersTo('upload.expired') })
})
afterAll(closeApps)

const me = actorOf({ id: 'emp_0000000000001' })
const other = actorOf({ id: 'emp_0000000000002' })
const run = (test: (ctx: Ctx) => Promise<void>) => rolledBack(app, me, test)
const receipt = (bytes: Uint8Array) => ({ purpose: 'receipt' as const, bytes })

async function stored(key: string): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of (await app.storage.get(key))!) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A PNG whose header promises more pixels than anybody should decode. */
const bomb = (width: number, height: number) => greyPng(width, height, Buffer.alloc(1_000_000))

describe('storeImage', () => {
  it('makes the picture anew: upright, within 2000 px, without place and camera', () =>
    run(async (ctx) => {
      const photo = await sharp(await pictureOf(1, { width: 3000, height: 1500 }))
        .jpeg()
        // Taken with the phone turned by a quarter, at a place.
        .withExif({ IFD0: { Make: 'Phone', Orientation: '6' }, IFD3: { GPSLatitude: '22/1 32/1 0/1', GPSLatitudeRef: 'N' } })
        .withMetadata({ orientation: 6 })
        .toBuffer()
      expect((await sharp(photo).metadata()).exif).toBeDefined()
      const file = await storeImage(ctx, receipt(photo))
      expect(file).toMatchObject({ type: 'image/jpeg', widthPx: 1000, heightPx: 2000, purpose: 'receipt', uploaderId: me.employeeId })
      const bytes = await stored(file.storageKey)
      expect(bytes).toHaveLength(file.sizeBytes)
      const kept = await sharp(bytes).metadata()
      expect([kept.format, kept.exif, kept.xmp, kept.iptc, kept.orientation]).toEqual(['jpeg', undefined, undefined, undefined, undefined])
      expect(bytes.includes('Phone')).toBe(false)
    }))

  it('takes JPEG, PNG and WebP by their content, and puts see-through pictures on white', () =>
    run(async (ctx) => {
      const picture = sharp(await pictureOf(2))
      for (const bytes of [await picture.jpeg().toBuffer(), await picture.png().toBuffer(), await picture.webp().toBuffer()]) {
        expect(await storeImage(ctx, receipt(bytes))).toMatchObject({ type: 'image/jpeg', widthPx: 640, heightPx: 480 })
      }
      const clear = { width: 4, height: 4, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } }
      const file = await storeImage(ctx, receipt(await sharp({ create: clear }).png().toBuffer()))
      expect(
        (
          await sharp(await stored(file.storageKey))
            .raw()
            .toBuffer()
        )[0],
      ).toBeGreaterThan(250)
    }))

  it('leaves a trace and is to be cleared away in two days', () =>
    run(async (ctx) => {
      const file = await storeImage(ctx, receipt(await pictureOf(3)))
      expect(await tracesOf(ctx, file.id)).toMatchObject([{ action: 'image.uploaded', detail: { purpose: 'receipt' } }])
      expect(await messagesOf(ctx, 'upload.expired', file.id)).toEqual([{ fileId: file.id }])
    }))

  it('knows the same picture again, and its likeness after another compression', () =>
    run(async (ctx) => {
      const picture = await pictureOf(4)
      const first = await storeImage(ctx, receipt(picture))
      expect((await storeImage(ctx, receipt(picture))).id).toBe(first.id)
      expect((await storeImage({ ...ctx, actor: other }, receipt(picture))).id).not.toBe(first.id)
      expect((await storeImage(ctx, { purpose: 'cover', bytes: picture })).id).not.toBe(first.id)

      const squeezed = await storeImage(ctx, receipt(await sharp(picture).resize(500).jpeg({ quality: 50 }).toBuffer()))
      expect(squeezed.sha256).not.toBe(first.sha256)
      expect(distance(squeezed.fingerprint!, first.fingerprint!)).toBeLessThanOrEqual(16)
      const another = await storeImage(ctx, receipt(await pictureOf(5)))
      expect(distance(another.fingerprint!, first.fingerprint!)).toBeGreaterThan(40)
    }))

  it.each([
    ['text that calls itself a picture', async () => Buffer.from('GIF89a, or so it says')],
    ['nothing', async () => Buffer.alloc(0)],
    ['a GIF', async () => Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['an SVG, which may carry scripts', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['a picture cut short', async () => (await pictureOf(6)).subarray(0, 900)],
    ['a page behind the first letters of a JPEG', async () => Buffer.from('ffd8ffe0003c68746d6c3e', 'hex')],
  ])('refuses %s', (_, bytesOf) =>
    run(async (ctx) => {
      await expect(storeImage(ctx, receipt(await bytesOf()))).rejects.toMatchObject({ code: 'not-an-image' })
    }),
  )

  it('refuses a bomb by its header, before it is decoded', () =>
    run(async (ctx) => {
      const data = { widthPx: 60_000, heightPx: 60_000, limitMegapixels: 50 }
      await expect(storeImage(ctx, receipt(bomb(60_000, 60_000)))).rejects.toMatchObject({ code: 'image-too-large', data })
    }))

  it('refuses the wrong role: nobody', () =>
    run(async (ctx) => {
      await expect(storeImage({ ...ctx, actor: { kind: 'anonymous' } }, receipt(await pictureOf(7)))).rejects.toMatchObject({
        code: 'login-required',
      })
    }))
})

describe('attachUploads', () => {
  const upload = async (ctx: Ctx, seed: number) => (await storeImage(ctx, receipt(await pictureOf(seed)))).id

  it('gives own uploads in the order asked for', () =>
    run(async (ctx) => {
      const ids = [await upload(ctx, 11), await upload(ctx, 12)].reverse()
      expect((await attachUploads(ctx, { fileIds: ids, purpose: 'receipt' })).map(({ id }) => id)).toEqual(ids)
      expect((await fileById(ctx, ids[0]!)).attachedAt).toEqual(ctx.now)
    }))

  it('refuses what somebody else handed in, for something else, or what is not there', () =>
    run(async (ctx) => {
      const id = await upload(ctx, 13)
      const refusal = { code: 'upload-unknown', data: { fileId: id } }
      await expect(attachUploads({ ...ctx, actor: other }, { fileIds: [id], purpose: 'receipt' })).rejects.toMatchObject(refusal)
      await expect(attachUploads(ctx, { fileIds: [id], purpose: 'report' })).rejects.toMatchObject(refusal)
      await expect(attachUploads(ctx, { fileIds: ['fil_0000000000000'], purpose: 'receipt' })).rejects.toMatchObject({
        code: 'upload-unknown',
      })
    }))
})

describe('an upload nobody attached', () => {
  const clear = (ctx: Ctx, fileId: string) =>
    fileListeners[0]!.hear({ ...ctx, actor: { kind: 'system', job: 'test' } }, { fileId } as never)

  it('is cleared away with its bytes, once, and can then not be attached', () =>
    run(async (ctx) => {
      const file = await storeImage(ctx, receipt(await pictureOf(21)))
      await clear(ctx, file.id)
      await clear(ctx, file.id)
      expect(await app.storage.get(file.storageKey)).toBeNull()
      expect((await tracesOf(ctx, file.id)).map(({ action }) => action)).toEqual(['image.uploaded', 'upload.cleared'])
      await expect(attachUploads(ctx, { fileIds: [file.id], purpose: 'receipt' })).rejects.toMatchObject({ code: 'upload-unknown' })
    }))

  it('stays once it is part of something', () =>
    run(async (ctx) => {
      const file = await storeImage(ctx, receipt(await pictureOf(22)))
      await attachUploads(ctx, { fileIds: [file.id], purpose: 'receipt' })
      await clear(ctx, file.id)
      expect(await stored(file.storageKey)).toHaveLength(file.sizeBytes)
    }))
})

/** Bits in which two fingerprints differ. */
function distance(a: string, b: string): number {
  const bits = (hex: string) => [...hex].map((digit) => Number.parseInt(digit, 16))
  return bits(a).reduce((sum, nibble, at) => sum + [...(nibble ^ bits(b)[at]!).toString(2)].filter((bit) => bit === '1').length, 0)
}
