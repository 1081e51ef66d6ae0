import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { as, at, awardScene } from '../../../../test/support/award.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'

import { insertMembers } from '../people/import-repo.ts'
import { listCandidates } from './list-candidates.ts'
import { nominate } from './nominate.ts'
import { answerNomination } from './answer-nomination.ts'
import { pageOfNominations } from './read.ts'
import { readerOf } from './reader.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<unknown>) => () => rolledBack(app, { kind: 'system', job: 'test' }, fn)

const reason = '带着大家净滩三年，从不缺席'

describe('nominate', () => {
  it(
    'lets a host nominate themself and take part at once',
    inTest(async (ctx) => {
      const { scene, cycle } = await awardScene(ctx)
      const own = { nomineeId: scene.host.id, kind: 'self' as const, reason }
      expect(await nominate(as(ctx, scene.host, at.nominating), cycle.id, own)).toMatchObject({
        state: 'accepted',
        kind: 'self',
        dossier: null,
      })
    }),
  )

  it(
    'asks a nominee of others, in the name of a branch too',
    inTest(async (ctx) => {
      const { scene, cycle } = await awardScene(ctx)
      const input = { nomineeId: scene.host.id, kind: 'branch' as const, branchId: scene.branch.id, reason }
      const lead = as(ctx, scene.lead, at.nominating, { leads: scene.branch })
      await expect(nominate(lead, cycle.id, input)).rejects.toMatchObject({ code: 'nomination-kind' })
      await insertMembers(ctx, [{ employeeId: scene.host.id, branchId: scene.branch.id }])
      expect(await nominate(lead, cycle.id, input)).toMatchObject({ state: 'proposed', branch: { id: scene.branch.id } })
    }),
  )

  it(
    'refuses who hosted nothing, who is nominated already, and another phase',
    inTest(async (ctx) => {
      const { scene, cycle, colleague } = await awardScene(ctx)
      const asColleague = as(ctx, colleague, at.nominating)
      const peer = { kind: 'peer' as const, reason }
      const volunteer = { ...peer, nomineeId: scene.people[0]!.id }
      await expect(nominate(asColleague, cycle.id, volunteer)).rejects.toMatchObject({ code: 'nominee-not-host', data: { year: 2026 } })
      await nominate(asColleague, cycle.id, { ...peer, nomineeId: scene.host.id })
      const again = nominate(as(ctx, scene.lead, at.nominating), cycle.id, { ...peer, nomineeId: scene.host.id })
      await expect(again).rejects.toMatchObject({ code: 'already-nominated', data: { name: scene.host.name } })
      const late = nominate(as(ctx, colleague, at.scoring), cycle.id, { ...peer, nomineeId: scene.host.id })
      await expect(late).rejects.toMatchObject({ code: 'award-phase', data: { phase: 'scoring', needed: 'nominating' } })
    }),
  )

  it(
    'refuses nobody in particular: without a login there is no nomination',
    inTest(async (ctx) => {
      const { scene, cycle } = await awardScene(ctx)
      const nobody = { ...ctx, actor: { kind: 'anonymous' as const } }
      await expect(nominate(nobody, cycle.id, { nomineeId: scene.host.id, kind: 'peer', reason })).rejects.toMatchObject({
        code: 'login-required',
      })
    }),
  )
})

describe('answerNomination', () => {
  it(
    'is for the nominee alone, once, while nominations are open',
    inTest(async (ctx) => {
      const { scene, cycle, colleague } = await awardScene(ctx)
      const { id } = await nominate(as(ctx, colleague, at.nominating), cycle.id, { nomineeId: scene.host.id, kind: 'peer', reason })
      await expect(answerNomination(as(ctx, colleague, at.nominating), id, 'accepted')).rejects.toMatchObject({ code: 'not-nominee' })
      await expect(answerNomination(as(ctx, scene.host, at.scoring), id, 'accepted')).rejects.toMatchObject({ code: 'award-phase' })
      expect(await answerNomination(as(ctx, scene.host, at.nominating), id, 'declined')).toMatchObject({ state: 'declined' })
      await expect(answerNomination(as(ctx, scene.host, at.nominating), id, 'accepted')).rejects.toMatchObject({
        code: 'nomination-answered',
      })
    }),
  )
})

describe('what a reader sees', () => {
  it(
    'is all for an operator, those that take part for the jury, and own ones for others',
    inTest(async (ctx) => {
      const { scene, cycle, judges, operator, colleague } = await awardScene(ctx)
      const seenBy = async (who: { id: string }, ...roles: ('operator' | 'judge')[]) => {
        const reading = as(ctx, who, at.nominating, ...roles)
        return (await pageOfNominations(reading, cycle.id, await readerOf(reading, cycle.id), { limit: 20 })).items.length
      }
      const peer = { nomineeId: scene.host.id, kind: 'peer' as const, reason }
      const { id } = await nominate(as(ctx, colleague, at.nominating), cycle.id, peer)
      const counts = async () => [
        await seenBy(operator, 'operator'),
        await seenBy(judges[0]!, 'judge'),
        await seenBy(scene.host),
        await seenBy(scene.lead),
      ]
      expect(await counts()).toEqual([1, 0, 1, 0])
      await answerNomination(as(ctx, scene.host, at.nominating), id, 'accepted')
      expect(await counts()).toEqual([1, 1, 1, 0])
    }),
  )
})

describe('listCandidates', () => {
  it(
    'names the hosts of the year, says who is nominated already, and finds them by a part of the name',
    inTest(async (ctx) => {
      const { scene, cycle, colleague } = await awardScene(ctx)
      const reading = as(ctx, colleague, at.nominating)
      const found = async (search?: string) =>
        (await listCandidates(reading, cycle.id, { limit: 100, search })).items.filter(({ person }) => person.id === scene.host.id)
      expect(await found()).toMatchObject([{ sessions: 1, nominated: false, person: { name: scene.host.name } }])
      await nominate(reading, cycle.id, { nomineeId: scene.host.id, kind: 'peer', reason })
      expect(await found(scene.host.name.slice(0, 1))).toMatchObject([{ nominated: true }])
      expect(await found('查无此人')).toEqual([])
      const { items } = await listCandidates(reading, cycle.id, { limit: 100 })
      expect(items.map(({ person }) => person.id)).not.toContain(scene.people[0]?.id)
      const nobody = { ...ctx, actor: { kind: 'anonymous' as const } }
      await expect(listCandidates(nobody, cycle.id, { limit: 1 })).rejects.toMatchObject({ code: 'login-required' })
    }),
  )
})
