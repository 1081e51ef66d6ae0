import type { Bilingual, Language } from '../kernel/language.ts'
import type { Breach, BrokenExample, ProofArea } from './proof.ts'

export const areaNames: Record<ProofArea, Bilingual> = {
  ledger: { zh: '账本', en: 'Ledger' },
  seats: { zh: '名额与候补', en: 'Places and waitlists' },
  attendance: { zh: '签到', en: 'Check-in' },
  leave: { zh: '公益假', en: 'Charity leave' },
  hours: { zh: '公益时', en: 'Volunteer hours' },
  claims: { zh: '个人捐赠申报', en: 'Own donations' },
  certificates: { zh: '志愿服务证明', en: 'Certificates' },
  payouts: { zh: '拨付', en: 'Payouts' },
  donations: { zh: '公益金捐赠', en: 'Giving credit' },
  points: { zh: '积分与商城', en: 'Points and shop' },
}

interface BreachWords {
  /** What it means that something was found. */
  means: Bilingual
  /** What to do, in this order. */
  next: Bilingual<readonly string[]>
}

/** What an auditor needs to know of a violation before anything else happens. */
export const breachWords: Record<Breach, BreachWords> = {
  altered: {
    means: {
      zh: '账本只增不改。出现不符，说明有人绕过系统改动了数据库，或数据有丢失。',
      en: 'The ledger is only added to. Somebody changed the database past the application, or data was lost.',
    },
    next: {
      zh: ['暂停下发、捐赠与拨付', '保留数据库现状，不要动手修数', '请技术负责人与最近一次通过核验的备份逐条比对'],
      en: ['Stop issuing, donating and paying out', 'Leave the database as it is', 'Have it compared with the last backup that was proved'],
    },
  },
  'sum-off': {
    means: {
      zh: '分录仍在，但保存的合计不等于分录之和：有人看到的数字不对。',
      en: 'The entries are there, but a kept sum is not their sum: somebody sees a wrong figure.',
    },
    next: {
      zh: ['以分录为准，暂缓导出与拨付', '请技术负责人列出不符的账户并查明原因', '用分录重算合计，再核验一次'],
      en: [
        'Trust the entries; hold exports and payouts',
        'Have the accounts listed and the cause found',
        'Recount the sums from the entries and prove again',
      ],
    },
  },
  'off-policy': {
    means: {
      zh: '有人得到的公益金、积分或公益假与当日生效的政策不符，可能多得，也可能少得。',
      en: 'Somebody got more or less credit, points or leave than the policy of the day gives.',
    },
    next: {
      zh: ['请技术负责人列出涉及的人和场次或申报', '由有权的人在页面上更正，系统会冲正后重新入账', '更正后再核验一次'],
      en: [
        'Have the people and sessions or claims listed',
        'Correct them in the application, which reverses and posts anew',
        'Prove again',
      ],
    },
  },
  'facts-differ': {
    means: {
      zh: '业务记录与账本或另一份记录对不上：缺了一方，或人、数量、日期不同。',
      en: 'A record does not agree with the ledger or with another record: one is missing, or person, amount or day differ.',
    },
    next: {
      zh: ['涉及的人和批次先不要继续办理', '请技术负责人列出不符的记录，对照操作留痕查清先后', '由有权的人更正或冲正，再核验一次'],
      en: [
        'Leave the people and batches concerned as they are',
        'Have the records listed and read beside the audit log',
        'Have them corrected or reversed, and prove again',
      ],
    },
  },
  'own-deed': {
    means: {
      zh: '有人经手了自己的事项，本应由另一人来做，分权没有守住。',
      en: 'Somebody did for themself what a second person has to do.',
    },
    next: {
      zh: ['在操作留痕中按人查看经过', '请另一位有权的人复核这几笔，有误的予以更正', '检查此人现有的角色'],
      en: ['Read in the audit log what that person did', 'Have another person check and correct it', 'Look at the roles that person holds'],
    },
  },
  'queue-off': {
    means: {
      zh: '名额或候补顺序出了差错：可能多收了人、空着名额，或有人被插队。',
      en: 'Places or the order of the queue went wrong: one too many, a place left empty, or somebody overtaken.',
    },
    next: {
      zh: ['请主理人对照报名名单确认到场安排', '逐一告知受影响的人', '请技术负责人查明原因，再核验一次'],
      en: ['Have the host check who comes', 'Tell everybody concerned', 'Have the cause found and prove again'],
    },
  },
}

/** `emp_…/credit balance: should be 30000, is 30100`: one example in a line; what is not told is left out. */
export function exampleLine({ id, part, expected, found }: BrokenExample, language: Language): string {
  const words = {
    zh: { should: '应为', is: '实为', comma: '，', colon: '：' },
    en: { should: 'should be', is: 'is', comma: ', ', colon: ': ' },
  }[language]
  const told = [...(expected === null ? [] : [`${words.should} ${expected}`]), ...(found === null ? [] : [`${words.is} ${found}`])]
  return [[id, part].filter((each) => each !== null).join(' '), ...(told.length > 0 ? [told.join(words.comma)] : [])].join(words.colon)
}
