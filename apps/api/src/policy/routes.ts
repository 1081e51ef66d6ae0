import type { policyContract } from '@yijian/shared/policy/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { publishPolicy } from './publish-policy.ts'
import { listPolicies } from './read.ts'

export const policyHandlers: Handlers<typeof policyContract> = {
  listPolicies: (ctx, { query }) => listPolicies(ctx, query),
  publishPolicy: (ctx, { body }) => publishPolicy(ctx, body),
}
