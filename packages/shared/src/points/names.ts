import type { Bilingual } from '../kernel/language.ts'
import type { PointTaskKind } from './rules.ts'

/** What earners and those who offer tasks call a kind of task. */
export const pointTaskKindNames: Record<PointTaskKind, Bilingual> = {
  'one-off': { zh: '一次性', en: 'Once' },
  daily: { zh: '每日', en: 'Daily' },
  milestone: { zh: '里程碑', en: 'Milestone' },
}
