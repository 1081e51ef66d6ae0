import type { IdKind } from '@yijian/shared/kernel/id'
import { go, routes } from '@/lib/routes'
import { kindOf } from './audit-lines'

/** Pages that an auditor may open, by the kind of thing. */
const ways: Partial<Record<IdKind, (id: string) => void>> = {
  employee: (employeeId) => go(routes.colleague, { employeeId }),
  project: (projectId) => go(routes.project, { projectId }),
  session: (sessionId) => go(routes.session, { sessionId }),
  fundProject: (fundProjectId) => go(routes.deskFund, { fundProjectId }),
  payout: (payoutId) => go(routes.payout, { payoutId }),
  shopItem: (shopItemId) => go(routes.shopItem, { shopItemId }),
  policy: () => go(routes.rules),
  roleGrant: () => go(routes.roleGrants),
}

/** Opens the page of a subject; undefined where there is none. */
export function wayTo(subject: string): (() => void) | undefined {
  if (subject.startsWith('year/')) return () => go(routes.year, { year: subject.slice(5) })
  if (subject === 'role-grants') return () => go(routes.roleGrants)
  const kind = kindOf(subject)
  const way = kind && ways[kind]
  return way && (() => way(subject))
}
