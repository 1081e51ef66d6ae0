import type { PointFact } from '@yijian/shared/points/rules'
import type { IconName } from '@/ui/icon-names'

export const taskIcon: Record<PointFact, IconName> = {
  'signup-confirmed': 'calendar',
  'checked-in': 'scan',
  'session-served': 'clock',
  'minutes-served': 'chart',
  'credit-given': 'heart',
  'gift-matched': 'document',
  'wechat-bound': 'link',
}
