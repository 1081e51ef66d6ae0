import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Scene, actingAs, makeScene } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { asLead, issue, lookAndCorrect } from '../../../../test/support/hours.ts'
import { readPaper } from '../../../../test/support/papers.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { fileById } from '../file/index.ts'
import { getCertificateLink } from './get-certificate-link.ts'
import { listMyCertificates } from './list-my-certificates.ts'
import { makeCertificate } from './make-certificate.ts'
import { previewCertificate } from './preview-certificate.ts'
import { certificate } from './tables.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const NOW = '2026-11-21T02:00:00.000Z'
const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn, NOW)
const period = { fromOn: '2026-01-01', toOn: '2026-11-21' }

/** Somebody with hours on 20 November, issued. */
async function served(ctx: Ctx, minutes = 150): Promise<{ scene: Scene; mine: Ctx; attendanceId: string }> {
  const scene = await makeScene(ctx)
  const who = scene.people[0]!
  const { attendanceId } = await issue(ctx, scene, { who, minutes })
  return { scene, mine: actingAs(ctx, actorOf(who)), attendanceId }
}

async function bytesOf(ctx: Ctx, certificateId: string): Promise<Uint8Array> {
  const [row] = await ctx.db.select().from(certificate).where(eq(certificate.id, certificateId))
  const { storageKey } = await fileById(ctx, row!.fileId)
  const chunks: Uint8Array[] = []
  for await (const chunk of (await app.storage.get(storageKey))!) chunks.push(chunk)
  return Buffer.concat(chunks)
}

describe('makeCertificate', () => {
  it('freezes the hours of the ledger by service day, and prints them', () =>
    inTest(async (ctx) => {
      const { mine } = await served(ctx)
      expect(await previewCertificate(mine, period)).toMatchObject({ minutes: 150, sessions: 1, waiting: 0 })
      const made = await makeCertificate(mine, period)
      expect(made).toMatchObject({ ...period, minutes: 150, sessions: 1, state: 'valid', supersededAt: null, issuedAt: NOW })
      expect(made.certificateNo).toMatch(/^YJ(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
      const paper = readPaper(await bytesOf(ctx, made.id))
      expect(paper.text).toContain('2.5')
      expect(paper.qr).toBe(made.checkUrl)
      expect(await tracesOf(ctx, made.id)).toMatchObject([{ action: 'certificate.made', detail: { ...period, minutes: 150 } }])
    }))

  it('gives the same paper for the same figures, and a new one when they changed', () =>
    inTest(async (ctx) => {
      const { scene, mine, attendanceId } = await served(ctx)
      const first = await makeCertificate(mine, period)
      expect(await makeCertificate(mine, period)).toEqual(first)
      await lookAndCorrect(asLead(ctx, scene), { attendanceId, minutes: 120 })
      const second = await makeCertificate(mine, period)
      expect(second).toMatchObject({ minutes: 120, state: 'valid' })
      expect(second.certificateNo).not.toBe(first.certificateNo)
      expect((await listMyCertificates(mine, { limit: 20 })).items.map(({ id }) => id)).toEqual([second.id, first.id])
    }))

  it('counts whole days only, and both ends', () =>
    inTest(async (ctx) => {
      const { mine } = await served(ctx)
      expect(await makeCertificate(mine, { fromOn: '2026-11-20', toOn: '2026-11-20' })).toMatchObject({ minutes: 150 })
      await expect(makeCertificate(mine, { fromOn: '2026-11-21', toOn: '2026-11-21' })).rejects.toMatchObject({ code: 'certificate-empty' })
      await expect(makeCertificate(mine, { fromOn: '2026-01-01', toOn: '2026-11-19' })).rejects.toMatchObject({ code: 'certificate-empty' })
    }))

  it('refuses days out of order and days to come', () =>
    inTest(async (ctx) => {
      const { mine } = await served(ctx)
      await expect(makeCertificate(mine, { fromOn: '2026-11-20', toOn: '2026-11-19' })).rejects.toMatchObject({
        code: 'certificate-period',
      })
      await expect(makeCertificate(mine, { ...period, toOn: '2026-11-22' })).rejects.toMatchObject({ code: 'certificate-period' })
    }))

  it('refuses the wrong role: nobody without a login has one', () =>
    inTest(async (ctx) => {
      const anyone = actingAs(ctx, { kind: 'anonymous' })
      await expect(makeCertificate(anyone, period)).rejects.toMatchObject({ code: 'login-required' })
      await expect(previewCertificate(anyone, period)).rejects.toMatchObject({ code: 'login-required' })
      await expect(listMyCertificates(anyone, { limit: 20 })).rejects.toMatchObject({ code: 'login-required' })
    }))

  it('keeps the papers of one person from another, leads and operators included', () =>
    inTest(async (ctx) => {
      const { scene, mine } = await served(ctx)
      const { id } = await makeCertificate(mine, period)
      expect((await getCertificateLink(mine, id)).link).toMatch(/^\/api\/v1\/files\//)
      const others = [actorOf(scene.host), actorOf(scene.lead, { leads: scene.branch }), actorOf(await makeEmployee(ctx), 'operator')]
      for (const other of others) {
        await expect(getCertificateLink(actingAs(ctx, other), id)).rejects.toMatchObject({ code: 'not-found' })
        expect((await listMyCertificates(actingAs(ctx, other), { limit: 20 })).items).toEqual([])
      }
    }))
})
