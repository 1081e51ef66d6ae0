import { answerNomination } from '@yijian/api/award/answer-nomination'
import { createCycle } from '@yijian/api/award/create-cycle'
import { freezeDossiers } from '@yijian/api/award/jobs'
import { nominate } from '@yijian/api/award/nominate'
import { nominationSeen } from '@yijian/api/award/read'
import { scoreNomination } from '@yijian/api/award/score-nomination'
import type { Ctx } from '@yijian/api/core/context'
import type { EmployeeRow } from '@yijian/api/people/repo'
import type { CreateCycleInput, Cycle, Nomination } from '@yijian/shared/award/shapes'
import { shanghaiInstant } from '@yijian/shared/kernel/time'
import { type Scene, actingAs, makeScene } from './attendance.ts'
import { issue } from './hours.ts'
import { actorOf, grantRoleTo, makeEmployee, makeEmployees } from './people.ts'

/** Days of the cycle that tests use: nominations 1-10 December, scores until the 20th, a week of publicity. */
export const dates = {
  nominationOpensOn: '2026-12-01',
  nominationClosesOn: '2026-12-10',
  frozenOn: '2026-12-10',
  scoringClosesOn: '2026-12-20',
}
export const at = {
  nominating: shanghaiInstant('2026-12-05', '10:00'),
  scoring: shanghaiInstant('2026-12-15', '10:00'),
  deciding: shanghaiInstant('2026-12-21', '10:00'),
  publicity: shanghaiInstant('2026-12-23', '10:00'),
  publishing: shanghaiInstant('2027-01-05', '10:00'),
}

export interface AwardScene {
  scene: Scene
  cycle: Cycle
  /** Of other departments than the host. */
  judges: EmployeeRow[]
  operator: EmployeeRow
  colleague: EmployeeRow
}

export function cycleInput(judges: readonly { id: string }[], change: Partial<CreateCycleInput> = {}): CreateCycleInput {
  return {
    year: 2026,
    places: 1,
    weights: { innovation: 30, impact: 30, uniqueness: 20, sustainability: 20 },
    minScores: 2,
    ...dates,
    publicityDays: 7,
    judgeIds: judges.map(({ id }) => id),
    ...change,
  }
}

/** A host with a session of three issued hours in 2026, two judges, an operator, and the announced cycle. */
export async function awardScene(ctx: Ctx, change: Partial<CreateCycleInput> = {}): Promise<AwardScene> {
  const scene = await makeScene(ctx)
  await issue(ctx, scene, { who: scene.people[0]! })
  const judges = await makeEmployees(ctx, 2, { department: '法务' })
  for (const judge of judges) await grantRoleTo(ctx, judge, 'judge')
  const operator = await makeEmployee(ctx, { department: '企业文化' })
  const colleague = await makeEmployee(ctx, { department: '产品' })
  const cycle = await createCycle(as(ctx, operator, at.nominating, 'operator'), cycleInput(judges, change))
  return { scene, cycle, judges, operator, colleague }
}

/** A person at a moment, with roles. */
export function as(ctx: Ctx, who: { id: string }, now: Date, ...roles: Parameters<typeof actorOf>[1][]): Ctx {
  return actingAs(ctx, actorOf(who, ...roles), now)
}

/** The host is nominated by a colleague and takes part; nominations close and the dossier is drawn. */
export async function taking(ctx: Ctx, { scene, cycle, colleague }: AwardScene): Promise<Nomination> {
  const { id } = await nominate(as(ctx, colleague, at.nominating), cycle.id, {
    nomineeId: scene.host.id,
    kind: 'peer',
    reason: '坚持净滩三年，从不缺席',
  })
  await answerNomination(as(ctx, scene.host, at.nominating), id, 'accepted')
  await freezeDossiers(actingAs(ctx, { kind: 'system', job: 'award.freeze' }, at.scoring), cycle.id)
  return nominationSeen(ctx, id, { actor: actorOf(scene.host), department: '', sits: false })
}

export const marks = { innovation: 8, impact: 9, uniqueness: 7, sustainability: 8 }

/** Every judge gives the same marks. */
export async function scoredByAll(ctx: Ctx, { judges }: AwardScene, nominationId: string): Promise<void> {
  for (const judge of judges) await scoreNomination(as(ctx, judge, at.scoring, 'judge'), nominationId, { marks, comment: '' })
}
