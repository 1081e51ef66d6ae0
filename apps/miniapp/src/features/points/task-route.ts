import type { PointFact } from '@yijian/shared/points/rules'
import { go, routes } from '@/lib/routes'

/** Where a task can be done. */
export function goToTask(fact: PointFact): void {
  switch (fact) {
    case 'checked-in':
      return go(routes.scan)
    case 'credit-given':
    case 'gift-matched':
      return go(routes.credit)
    case 'wechat-bound':
      return go(routes.settings)
    case 'signup-confirmed':
    case 'session-served':
    case 'minutes-served':
      return go(routes.projects)
  }
}
