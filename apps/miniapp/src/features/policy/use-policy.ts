import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { Instant } from '@yijian/shared/kernel/time'
import type { PolicyKind } from '@yijian/shared/policy/shapes'
import { useRead } from '@/api/use-read'
import { policyInForce } from './policy-in-force'

/** The version of one policy in force at an instant; undefined until it is known. */
export function usePolicy<K extends PolicyKind>(kind: K, at: Instant | undefined) {
  const versions = useRead('listPolicies', { query: { kind, limit: 100 } }, { enabled: at !== undefined })
  return at && versions.data ? policyInForce(versions.data.items, kind, shanghaiDay(at)) : undefined
}
