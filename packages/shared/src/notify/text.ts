import { claimPlatformNames } from '../claim/text.ts'
import type { Language } from '../kernel/language.ts'
import { spokenTime } from '../kernel/time.ts'
import type { NoticeKind } from './rules.ts'
import type { NoticeFacts } from './shapes.ts'

/** A message in words: a headline of 4 to 12 characters (what WeCom shows), and one sentence. */
export interface NoticeWords {
  headline: string
  sentence: string
}

type Words = (facts: NoticeFacts & { title: string }) => NoticeWords

const hours = (minutes: number | null) => ((minutes ?? 0) / 60).toLocaleString('en', { maximumFractionDigits: 2 })
const yuan = (fen: number | null) => ((fen ?? 0) / 100).toLocaleString('en', { maximumFractionDigits: 2 })
const time = (facts: NoticeFacts, language: Language) => (facts.at === null ? '' : spokenTime(facts.at, language))
/** A reason people wrote may end its own sentence. */
const stopped = (words: string, stop: string) => (/[。！？.!?]$/.test(words) ? words : `${words}${stop}`)
const because = (reason: string | null) => stopped(reason === null ? '' : `：${reason}`, '。')
const whyEn = (reason: string | null) => stopped(reason === null ? '' : `: ${reason}`, '.')
const owes = ({ owedFen }: NoticeFacts) => owedFen !== null && owedFen > 0
const owedZh = (f: NoticeFacts) => (owes(f) ? `，其中 ${yuan(f.owedFen)} 元你已捐出，会从以后的公益金里抵扣` : '')
const owedEn = (f: NoticeFacts) => (owes(f) ? `, ${yuan(f.owedFen)} of which you had given already and later credit makes up for` : '')

const zh: Record<NoticeKind, Words> = {
  'signup-confirmed': (f) => ({
    headline: '报名成功',
    sentence: `${f.title}，${time(f, 'zh')}${f.place === null ? '' : `，${f.place}`}。到时见。`,
  }),
  'signup-promoted': (f) => ({
    headline: '候补成功',
    sentence: `你已递补进入 ${f.title}，${time(f, 'zh')} 开始；来不了请尽早取消，把名额留给别人。`,
  }),
  'session-moved': (f) => ({
    headline: '时间地点有变',
    sentence: `${f.title} 改为 ${time(f, 'zh')}${f.place === null ? '' : `，${f.place}`}。来不了可以随时取消，不算迟取消。`,
  }),
  'session-cancelled': (f) => ({ headline: '场次已取消', sentence: `${f.title}（原定 ${time(f, 'zh')}）已取消${because(f.reason)}` }),
  'session-reminder': (f) => ({
    headline: '活动提醒',
    sentence: `${f.title} 将于 ${time(f, 'zh')} 开始${f.place === null ? '' : `，${f.place}`}。`,
  }),
  'hours-issued': (f) => ({
    headline: '公益时已下发',
    sentence: `${f.title}：${hours(f.minutes)} 小时公益时${f.amountFen === null || f.amountFen === 0 ? '' : `，公益金 +${yuan(f.amountFen)} 元`}。`,
  }),
  'hours-corrected': (f) => ({ headline: '公益时已更正', sentence: `${f.title} 的公益时有更正，可以点开查看来龙去脉。` }),
  'donation-settled': (f) => ({ headline: '公益金已送达', sentence: `${yuan(f.amountFen)} 元公益金已划入 ${f.title}。谢谢你。` }),
  'donation-returned': (f) => ({
    headline: '公益金已退回',
    sentence: `${f.title} 已停止接收，${yuan(f.amountFen)} 元公益金已退回你的账户。`,
  }),
  'claim-decided': (f) => ({
    headline: f.decision === 'approved' ? '捐赠已配捐' : '捐赠申报有结果',
    sentence:
      f.decision === 'approved'
        ? `${f.title} 已核实，${f.amountFen === 0 ? '金额未满一个单位，留到下次一起计算' : `公益金 +${yuan(f.amountFen)} 元`}。`
        : `${f.title} ${f.decision === 'returned' ? '需要补充材料' : '未通过'}${because(f.reason)}`,
  }),
  'claim-refunded': (f) => ({
    headline: '配捐已收回',
    sentence: `${f.title} 已退款，${f.amountFen === 0 ? '没有公益金需要收回' : `收回当时配捐的公益金 ${yuan(f.amountFen)} 元${owedZh(f)}`}${because(f.reason)}`,
  }),
  'order-cancelled': (f) => ({ headline: '兑换已取消', sentence: `${f.title} 的兑换已取消，积分全部退回${because(f.reason)}` }),
  'leave-decided': (f) => ({
    headline: f.decision === 'approved' ? '公益假已批准' : '公益假未批准',
    sentence: `${f.title}，${hours(f.minutes)} 小时公益假${f.decision === 'approved' ? '已批准。' : `未批准${because(f.reason)}`}`,
  }),
  'leave-returned': (f) => ({ headline: '公益假已退回', sentence: `${f.title} 有变化，${hours(f.minutes)} 小时公益假已退回额度。` }),
  'nomination-made': (f) => ({ headline: '你被提名了', sentence: `你被提名为 ${f.title}，请确认是否参加评选。` }),
  'leader-announced': (f) => ({ headline: '恭喜当选', sentence: `你获评 ${f.title}，勋章已经挂在你的荣誉页上。` }),
  'project-reviewed': (f) => ({
    headline: f.decision === 'approved' ? '项目已发布' : '项目待修改',
    sentence: f.decision === 'approved' ? `${f.title} 通过了审核，可以开场次了。` : `${f.title} 需要修改后再提交${because(f.reason)}`,
  }),
}

const en: Record<NoticeKind, Words> = {
  'signup-confirmed': (f) => ({
    headline: 'You are signed up',
    sentence: `${f.title}, ${time(f, 'en')}${f.place === null ? '' : `, ${f.place}`}. See you there.`,
  }),
  'signup-promoted': (f) => ({
    headline: 'A place for you',
    sentence: `You moved up in ${f.title}, ${time(f, 'en')}; if you cannot come, cancel soon.`,
  }),
  'session-moved': (f) => ({
    headline: 'Time or place changed',
    sentence: `${f.title} is now ${time(f, 'en')}${f.place === null ? '' : `, ${f.place}`}. If you cannot come, cancel at any time; it does not count as late.`,
  }),
  'session-cancelled': (f) => ({
    headline: 'Session cancelled',
    sentence: `${f.title} (${time(f, 'en')}) is cancelled${whyEn(f.reason)}`,
  }),
  'session-reminder': (f) => ({
    headline: 'Reminder',
    sentence: `${f.title} begins ${time(f, 'en')}${f.place === null ? '' : `, ${f.place}`}.`,
  }),
  'hours-issued': (f) => ({
    headline: 'Hours issued',
    sentence: `${f.title}: ${hours(f.minutes)} h${f.amountFen === null || f.amountFen === 0 ? '' : `, ${yuan(f.amountFen)} yuan of credit`}.`,
  }),
  'hours-corrected': (f) => ({ headline: 'Hours corrected', sentence: `The hours of ${f.title} were corrected; open it to see how.` }),
  'donation-settled': (f) => ({
    headline: 'Credit arrived',
    sentence: `${yuan(f.amountFen)} yuan of credit reached ${f.title}. Thank you.`,
  }),
  'donation-returned': (f) => ({
    headline: 'Credit returned',
    sentence: `${f.title} takes no more; ${yuan(f.amountFen)} yuan came back to you.`,
  }),
  'claim-decided': (f) => ({
    headline: f.decision === 'approved' ? 'Donation matched' : 'Claim decided',
    sentence:
      f.decision === 'approved'
        ? `${f.title} was verified: ${f.amountFen === 0 ? 'it is short of a unit and kept for the next time' : `${yuan(f.amountFen)} yuan of credit`}.`
        : `${f.title} ${f.decision === 'returned' ? 'needs more proof' : 'was rejected'}${whyEn(f.reason)}`,
  }),
  'claim-refunded': (f) => ({
    headline: 'Match taken back',
    sentence: `${f.title} was refunded: ${f.amountFen === 0 ? 'there was no credit to take back' : `${yuan(f.amountFen)} yuan of matched credit went back${owedEn(f)}`}${whyEn(f.reason)}`,
  }),
  'order-cancelled': (f) => ({
    headline: 'Order cancelled',
    sentence: `Your ${f.title} was cancelled; all points came back${whyEn(f.reason)}`,
  }),
  'leave-decided': (f) => ({
    headline: f.decision === 'approved' ? 'Leave approved' : 'Leave declined',
    sentence: `${f.title}: ${hours(f.minutes)} h of charity leave ${f.decision === 'approved' ? 'approved.' : `declined${whyEn(f.reason)}`}`,
  }),
  'leave-returned': (f) => ({
    headline: 'Leave returned',
    sentence: `${f.title} changed; ${hours(f.minutes)} h of charity leave came back.`,
  }),
  'nomination-made': (f) => ({
    headline: 'You are nominated',
    sentence: `You are nominated for ${f.title}; please say whether you take part.`,
  }),
  'leader-announced': (f) => ({
    headline: 'Congratulations',
    sentence: `You are one of ${f.title}; the badge is on your honour page.`,
  }),
  'project-reviewed': (f) => ({
    headline: f.decision === 'approved' ? 'Project published' : 'Project returned',
    sentence:
      f.decision === 'approved'
        ? `${f.title} passed review; open its first session.`
        : `${f.title} needs changes before it can be published${whyEn(f.reason)}`,
  }),
}

const words: Record<Language, Record<NoticeKind, Words>> = { zh, en }

/** What a message says, in the language of its reader. */
export function noticeWords(kind: NoticeKind, facts: NoticeFacts, language: Language): NoticeWords {
  return words[language][kind]({ ...facts, title: noticeTitle(facts, language) })
}

type Gift = NonNullable<NoticeFacts['gift']>

/** People name the platform themselves where we have no name for it. */
const platformOf = ({ platform, platformName }: Gift, language: Language) =>
  platform === 'other' ? platformName : claimPlatformNames[platform][language]

const ours = {
  zh: {
    list: '、',
    gift: (of: Gift) => [platformOf(of, 'zh'), `${yuan(of.amountFen)} 元捐赠`].filter(Boolean).join(' '),
    leaders: (year: number) => `${year} 年度益践领袖`,
  },
  en: {
    list: ', ',
    gift: (of: Gift) => [`Your gift of ${yuan(of.amountFen)} yuan`, platformOf(of, 'en')].filter(Boolean).join(' via '),
    leaders: (year: number) => `the leaders of ${year}`,
  },
}

/** What a message is about: as people named it, or in our own words from its facts. */
export function noticeTitle({ title, names, gift, year }: NoticeFacts, language: Language): string {
  const say = ours[language]
  if (title !== null) return title
  if (gift !== null) return say.gift(gift)
  return year === null ? (names ?? []).join(say.list) : say.leaders(year)
}
