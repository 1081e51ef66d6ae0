export { ensureDefaultPolicies } from './ensure-default-policies.ts'
export { policyHandlers } from './routes.ts'
export { policiesByIds, policyOn, type VersionOf } from './read.ts'
