import type { Objection } from '@yijian/shared/award/shapes'
import { featureText } from '@/i18n/feature-text'

const statesZh: Record<Objection['state'], string> = { open: '处理中', upheld: '异议成立', dismissed: '异议不成立' }
const statesEn: Record<Objection['state'], string> = { open: 'Looked into', upheld: 'Upheld', dismissed: 'Dismissed' }

/** Words of taking part: when it is too late for it, and what became of an objection of mine. */
export const awardPartText = featureText({
  zh: {
    other: '换一位',
    notYet: '提名还没有开始',
    over: '提名已经结束',
    nominationDays: (from: string, until: string) => `本届提名时间：${from} 至 ${until}。`,
    noList: '现在没有在公示的名单',
    noListDetail: '名单公示期间可以提出异议；公示结束或已从名单中移除后，不再受理。',
    against: (name: string) => `针对 ${name}`,
    myObjections: '我的异议',
    states: statesZh,
    waits: '运营会核实处理，结论会写在这里。',
    decision: (words: string) => `结论：${words}`,
  },
  en: {
    other: 'Somebody else',
    notYet: 'Nominations are not open yet',
    over: 'Nominations are closed',
    nominationDays: (from, until) => `Nominations of this cycle: ${from} to ${until}.`,
    noList: 'No list is open to objections',
    noListDetail: 'You can object while a list hangs out, and to names that stand on it.',
    against: (name) => `Against ${name}`,
    myObjections: 'My objections',
    states: statesEn,
    waits: 'Operators look into it; the outcome will stand here.',
    decision: (words) => `Outcome: ${words}`,
  },
})
