import type { Badge } from '@yijian/shared/honour/shapes'
import type { IconName } from '@/ui/icon-names'

/** The picture of a badge by its code; any milestone a policy sets has the same one. */
export function badgeIcon(code: string): IconName {
  if (code === 'first-activity') return 'brand'
  if (code === 'first-hosted') return 'megaphone'
  if (code === 'first-donation') return 'heart'
  if (code.startsWith('leader-')) return 'points'
  return 'badge'
}

/** What is missing for a badge, in its own unit; null when it is unlocked. */
export function missingFor({ unlockedAt, progress }: Pick<Badge, 'unlockedAt' | 'progress'>): number | null {
  return unlockedAt === null ? Math.max(0, progress.need - progress.have) : null
}
