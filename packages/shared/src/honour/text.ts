import type { Bilingual } from '../kernel/language.ts'
import { leaderYearOf, milestoneOf } from './rules.ts'

export interface BadgeWords {
  name: Bilingual
  /** How it is earned. */
  rule: Bilingual
}

const firsts: Record<string, BadgeWords> = {
  'first-activity': {
    name: { zh: '初次出发', en: 'First Step' },
    rule: { zh: '首次获得公益时', en: 'Earn volunteer hours for the first time' },
  },
  'first-hosted': {
    name: { zh: '初次主理', en: 'First Session Hosted' },
    rule: { zh: '主理的场次首次下发公益时', en: 'Host a session whose hours are issued' },
  },
  'first-donation': {
    name: { zh: '初次传递', en: 'First Gift' },
    rule: { zh: '首次捐出的公益金送达项目', en: 'Have a first donation of credit reach its project' },
  },
}

/** The words of a badge; those of a milestone follow its minutes, since a policy may set any. */
export function badgeWords(code: string): BadgeWords {
  const known = firsts[code]
  if (known !== undefined) return known
  const year = leaderYearOf(code)
  if (year !== null) {
    return {
      name: { zh: `益践领袖 ${year}`, en: `Leader of ${year}` },
      rule: {
        zh: `经提名、评审与公示，当选 ${year} 年度益践领袖`,
        en: `Chosen as a leader of ${year} after nomination, scores and publicity`,
      },
    }
  }
  const hours = spokenHours(milestoneOf(code) ?? 0)
  return {
    name: { zh: `公益 ${hours} 小时`, en: `${hours} Hours of Good` },
    rule: { zh: `累计获得 ${hours} 小时公益时`, en: `Earn ${hours} volunteer hours in all` },
  }
}

/** 90 minutes are 1.5 hours; no trailing zeros. */
function spokenHours(minutes: number): string {
  return String(Math.round(minutes / 0.6) / 100)
}
