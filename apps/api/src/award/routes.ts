import type { awardContract } from '@yijian/shared/award/contract'
import { requireEmployee } from '../core/access.ts'
import type { Handlers } from '../core/http/handlers.ts'
import { answerNomination } from './answer-nomination.ts'
import { createCycle } from './create-cycle.ts'
import { decideObjection } from './decide-objection.ts'
import { declareConflict } from './declare-conflict.ts'
import { getRanking } from './get-ranking.ts'
import { listCandidates } from './list-candidates.ts'
import { listLeaders } from './list-leaders.ts'
import { listMyObjections, listObjections } from './list-objections.ts'
import { nominate } from './nominate.ts'
import { proposeLeaders } from './propose-leaders.ts'
import { publishLeaders } from './publish-leaders.ts'
import { raiseObjection } from './raise-objection.ts'
import { cycleById, nominationSeen, pageOfCycles, pageOfNominations } from './read.ts'
import { readerOf } from './reader.ts'
import { cycleIdOf } from './repo.ts'
import { scoreNomination } from './score-nomination.ts'

export const awardHandlers: Handlers<typeof awardContract> = {
  listCycles: (ctx, { query }) => pageOfCycles(ctx, requireEmployee(ctx).employeeId, query),
  getCycle: (ctx, { params }) => cycleById(ctx, params.cycleId, requireEmployee(ctx).employeeId),
  createCycle: (ctx, { body }) => createCycle(ctx, body),
  listCandidates: (ctx, { params, query }) => listCandidates(ctx, params.cycleId, query),
  nominate: (ctx, { params, body }) => nominate(ctx, params.cycleId, body),
  listNominations: async (ctx, { params, query }) => pageOfNominations(ctx, params.cycleId, await readerOf(ctx, params.cycleId), query),
  getNomination: async (ctx, { params }) =>
    nominationSeen(ctx, params.nominationId, await readerOf(ctx, await cycleIdOf(ctx, params.nominationId))),
  answerNomination: (ctx, { params, body }) => answerNomination(ctx, params.nominationId, body.answer),
  scoreNomination: (ctx, { params, body }) => scoreNomination(ctx, params.nominationId, body),
  declareConflict: (ctx, { params, body }) => declareConflict(ctx, params.nominationId, body.reason),
  getRanking: (ctx, { params }) => getRanking(ctx, params.cycleId),
  proposeLeaders: (ctx, { params, body }) => proposeLeaders(ctx, params.cycleId, body),
  raiseObjection: (ctx, { body }) => raiseObjection(ctx, body),
  listObjections: (ctx, { params, query }) => listObjections(ctx, params.cycleId, query),
  listMyObjections: (ctx, { params, query }) => listMyObjections(ctx, params.cycleId, query),
  decideObjection: (ctx, { params, body }) => decideObjection(ctx, params.objectionId, body),
  publishLeaders: (ctx, { params }) => publishLeaders(ctx, params.cycleId),
  listLeaders: (ctx, { params }) => listLeaders(ctx, params.cycleId),
}
