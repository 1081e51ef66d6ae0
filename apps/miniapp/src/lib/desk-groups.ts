import type { Role } from '@yijian/shared/people/roles'
import type { Me } from '@yijian/shared/people/shapes'
import { featureText } from '../i18n/feature-text'
import { deskEntries, deskGroups } from './desk-entries'
import type { DeskEntry, DeskGroup } from './desk-entries'

export const deskGroupText = featureText({
  zh: { host: '主理人', now: '待办与审核', giving: '公益金', merit: '激励与表彰', figures: '数据', admin: '管理' },
  en: { host: 'Hosting', now: 'To do', giving: 'Charity credit', merit: 'Merit', figures: 'Figures', admin: 'Administration' },
})

/** The entries a person sees, group by group; a group with none is left out. */
export function deskOf(me: Me): { group: DeskGroup; entries: DeskEntry[] }[] {
  const held = new Set<Role | 'host'>([...me.roles.map(({ role }) => role), ...(me.isHost ? (['host'] as const) : [])])
  return deskGroups
    .map((group) => ({ group, entries: deskEntries.filter((one) => one.group === group && one.sees.some((role) => held.has(role))) }))
    .filter(({ entries }) => entries.length > 0)
}
