import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { as, at, awardScene, scoredByAll, taking } from '../../../../test/support/award.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'

import { getRanking } from './get-ranking.ts'
import { proposeLeaders } from './propose-leaders.ts'
import { raiseObjection } from './raise-objection.ts'
import { decideObjection } from './decide-objection.ts'
import { listMyObjections, listObjections } from './list-objections.ts'
import { listLeaders } from './list-leaders.ts'
import { publishLeaders } from './publish-leaders.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<unknown>) => () => rolledBack(app, { kind: 'system', job: 'test' }, fn)

const reason = '三年净滩，影响了四百位同事'

async function listed(ctx: Ctx) {
  const award = await awardScene(ctx)
  const { id: nominationId } = await taking(ctx, award)
  await scoredByAll(ctx, award, nominationId)
  const asOperator = (now: Date) => as(ctx, award.operator, now, 'operator')
  const cycle = await proposeLeaders(asOperator(at.deciding), award.cycle.id, { leaders: [{ nominationId, reason }] })
  return { ...award, cycle, nominationId, asOperator }
}

describe('proposeLeaders', () => {
  it(
    'hangs out what the ranking says, for whole days',
    inTest(async (ctx) => {
      const { cycle, nominationId, asOperator, colleague } = await listed(ctx)
      expect(cycle).toMatchObject({ phase: 'publicity', publicityEndsAt: '2026-12-28T16:00:00.000Z' })
      const { items } = await getRanking(asOperator(at.publicity), cycle.id)
      expect(items).toMatchObject([{ rank: 1, judges: 2, wins: true, complete: true, nomination: { id: nominationId } }])
      expect(items[0]!.meanThousandths).toBe(1000 * (30 * 8 + 30 * 9 + 20 * 7 + 20 * 8))
      expect((await listLeaders(as(ctx, colleague, at.publicity), cycle.id)).items).toMatchObject([{ rank: 1, reason, publishedAt: null }])
    }),
  )

  it(
    'refuses while scores may still come, other names, and the wrong role',
    inTest(async (ctx) => {
      const award = await awardScene(ctx)
      const { id: nominationId } = await taking(ctx, award)
      await scoredByAll(ctx, award, nominationId)
      const leaders = [{ nominationId, reason }]
      const operator = (now: Date) => as(ctx, award.operator, now, 'operator')
      await expect(proposeLeaders(operator(at.scoring), award.cycle.id, { leaders })).rejects.toMatchObject({ code: 'award-phase' })
      await expect(getRanking(operator(at.scoring), award.cycle.id)).rejects.toMatchObject({ code: 'award-phase' })
      const others = { leaders: [{ nominationId: 'nom_0000000000009', reason }] }
      await expect(proposeLeaders(operator(at.deciding), award.cycle.id, others)).rejects.toMatchObject({
        code: 'leader-reasons',
        data: { others: 1 },
      })
      const asJudge = as(ctx, award.judges[0]!, at.deciding, 'judge')
      await expect(proposeLeaders(asJudge, award.cycle.id, { leaders })).rejects.toMatchObject({ code: 'role-required' })
      await expect(getRanking(asJudge, award.cycle.id)).rejects.toMatchObject({ code: 'role-required' })
    }),
  )

  it(
    'refuses a list when too few judges scored',
    inTest(async (ctx) => {
      const award = await awardScene(ctx, { minScores: 3 })
      const { id: nominationId } = await taking(ctx, award)
      await scoredByAll(ctx, award, nominationId)
      const proposing = proposeLeaders(as(ctx, award.operator, at.deciding, 'operator'), award.cycle.id, {
        leaders: [{ nominationId, reason }],
      })
      await expect(proposing).rejects.toMatchObject({ code: 'nobody-scored' })
    }),
  )
})

describe('objections', () => {
  it(
    'are raised by others, once, and decided by a second person',
    inTest(async (ctx) => {
      const { scene, cycle, nominationId, asOperator, colleague, operator } = await listed(ctx)
      const objecting = { nominationId, reason: '材料中的场次并非其主理，请核实' }
      const own = raiseObjection(as(ctx, scene.host, at.publicity), objecting)
      await expect(own).rejects.toMatchObject({ code: 'own-leadership' })
      const { id } = await raiseObjection(as(ctx, colleague, at.publicity), objecting)
      await expect(raiseObjection(as(ctx, colleague, at.publicity), objecting)).rejects.toMatchObject({ code: 'already-objected' })
      expect((await listObjections(asOperator(at.publicity), cycle.id, { limit: 20 })).items).toMatchObject([
        { id, state: 'open', by: { id: colleague.id } },
      ])
      await expect(listObjections(as(ctx, colleague, at.publicity), cycle.id, { limit: 20 })).rejects.toMatchObject({
        code: 'role-required',
      })
      const verdict = { state: 'dismissed' as const, decision: '已核实，场次属实' }
      await expect(decideObjection(as(ctx, colleague, at.publicity, 'operator'), id, verdict)).rejects.toMatchObject({
        code: 'own-objection',
      })
      await expect(decideObjection(as(ctx, operator, at.publicity), id, verdict)).rejects.toMatchObject({ code: 'role-required' })
      await expect(publishLeaders(asOperator(at.publishing), cycle.id)).rejects.toMatchObject({
        code: 'objections-open',
        data: { count: 1 },
      })
      expect(await decideObjection(asOperator(at.publishing), id, verdict)).toMatchObject(verdict)
      // Whoever objected reads what became of it; nobody else sees that they did.
      expect((await listMyObjections(as(ctx, colleague, at.publishing), cycle.id, { limit: 20 })).items).toMatchObject([{ id, ...verdict }])
      expect((await listMyObjections(as(ctx, scene.host, at.publishing), cycle.id, { limit: 20 })).items).toEqual([])
      await expect(decideObjection(asOperator(at.publishing), id, verdict)).rejects.toMatchObject({ code: 'objection-decided' })
    }),
  )

  it(
    'upheld, take the name off the list',
    inTest(async (ctx) => {
      const { cycle, nominationId, asOperator, colleague, scene } = await listed(ctx)
      const { id } = await raiseObjection(as(ctx, colleague, at.publicity), { nominationId, reason: '材料不实，已附上证明' })
      await decideObjection(asOperator(at.publicity), id, { state: 'upheld', decision: '查证属实' })
      expect((await listLeaders(as(ctx, colleague, at.publicity), cycle.id)).items).toEqual([])
      const again = raiseObjection(as(ctx, scene.lead, at.publicity), { nominationId, reason: '我也有异议，理由同上' })
      await expect(again).rejects.toMatchObject({ code: 'leader-removed' })
    }),
  )
})

describe('publishLeaders', () => {
  it('publishes after the period and tells who was chosen', () =>
    rolledBack({ ...app, listeners: listenersTo('leader.announced') }, { kind: 'system', job: 'test' }, async (ctx) => {
      const { cycle, asOperator, scene, colleague } = await listed(ctx)
      await expect(publishLeaders(asOperator(at.publicity), cycle.id)).rejects.toMatchObject({ code: 'award-phase' })
      await expect(publishLeaders(as(ctx, colleague, at.publishing), cycle.id)).rejects.toMatchObject({ code: 'role-required' })
      await expect(publishLeaders(as(ctx, scene.host, at.publishing, 'operator'), cycle.id)).rejects.toMatchObject({
        code: 'own-leadership',
      })
      expect(await publishLeaders(asOperator(at.publishing), cycle.id)).toMatchObject({
        phase: 'published',
        publishedAt: at.publishing.toISOString(),
      })
      const { items } = await listLeaders(as(ctx, colleague, at.publishing), cycle.id)
      expect(items).toMatchObject([{ person: { id: scene.host.id }, publishedAt: at.publishing.toISOString() }])
      expect(await messagesOf(ctx, 'leader.announced', cycle.id)).toEqual([{ cycleId: cycle.id, year: 2026, employeeId: scene.host.id }])
      await expect(publishLeaders(asOperator(at.publishing), cycle.id)).rejects.toMatchObject({ code: 'award-phase' })
    }))
})
