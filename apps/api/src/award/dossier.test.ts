import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, makeScene } from '../../../../test/support/attendance.ts'
import { as, at, awardScene } from '../../../../test/support/award.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { issue } from '../../../../test/support/hours.ts'
import { effortOf } from '../../../../test/support/statements.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { answerNomination } from './answer-nomination.ts'
import { drawDossiers } from './dossier.ts'
import { freezeDossiers } from './jobs.ts'
import { nominate } from './nominate.ts'
import { nomination } from './tables.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<unknown>) => () => rolledBack(app, { kind: 'system', job: 'test' }, fn)

/** A cycle with so many hosts who take part, each with a session of their own, the last with two people in it. */
async function takingPart(ctx: Ctx, count: number) {
  const { cycle, colleague } = await awardScene(ctx)
  const hosts = []
  for (let made = 1; made <= count; made++) {
    const scene = await makeScene(ctx, { people: 2 })
    await issue(ctx, scene, { who: scene.people[0]! })
    if (made === count) await issue(ctx, scene, { who: scene.people[1]! })
    const { id } = await nominate(as(ctx, colleague, at.nominating), cycle.id, {
      nomineeId: scene.host.id,
      kind: 'peer',
      reason: '坚持净滩三年，从不缺席',
    })
    await answerNomination(as(ctx, scene.host, at.nominating), id, 'accepted')
    hosts.push(scene.host.id)
  }
  return { cycle, hosts }
}

describe('drawDossiers', () => {
  it(
    'gives every host what is theirs',
    inTest(async (ctx) => {
      const { hosts } = await takingPart(ctx, 3)
      const dossiers = await drawDossiers(ctx, hosts, { year: 2026, frozenOn: '2026-12-10' })
      expect([...dossiers.keys()]).toEqual(hosts)
      expect(hosts.map((id) => dossiers.get(id)?.personTimes)).toEqual([1, 1, 2])
      expect(hosts.map((id) => dossiers.get(id)?.volunteerMinutes)).toEqual([180, 180, 360])
      expect(new Set(hosts.flatMap((id) => dossiers.get(id)?.projects.map((project) => project.id))).size).toBe(3)
    }),
  )

  it('freezes any number of them with the same statements', async () => {
    const freezing = async (count: number) => {
      let statements = 0
      await inTest(async (ctx) => {
        const { cycle } = await takingPart(ctx, count)
        const close = actingAs(ctx, { kind: 'system', job: 'award.freeze' }, at.scoring)
        statements = (await effortOf(ctx, () => freezeDossiers(close, cycle.id))).statements
        const rows = await ctx.db.select().from(nomination).where(eq(nomination.cycleId, cycle.id))
        expect(rows.filter(({ dossier }) => dossier?.personTimes === 1)).toHaveLength(count - 1)
        expect(rows.filter(({ dossier }) => dossier?.personTimes === 2)).toHaveLength(1)
      })()
      return statements
    }
    expect(await freezing(4)).toBe(await freezing(1))
  })
})
