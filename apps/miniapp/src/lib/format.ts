import type { Language } from '@yijian/shared/kernel/language'
import type { Fen, Minutes } from '@yijian/shared/kernel/quantity'
import { addDays, shanghaiClock, shanghaiDay, spokenTime } from '@yijian/shared/kernel/time'
import type { Instant } from '@yijian/shared/kernel/time'

/** Between a figure and a Chinese unit: a full space is too wide there. */
export const THIN = '\u2009'
const MINUS = '\u2212'
const DASH = '\u2013'

/** `27,000`; written by hand because WeChat promises no Intl. */
export function count(value: number): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return value < 0 ? `${MINUS}${digits}` : digits
}

/** Hours with at most one decimal, `36.5`; what is stored stays minutes. */
export function hours(minutes: Minutes): string {
  const tenths = Math.round(Math.abs(minutes) / 6)
  const whole = count(Math.floor(tenths / 10))
  const rest = tenths % 10
  return `${minutes < 0 && tenths > 0 ? MINUS : ''}${whole}${rest === 0 ? '' : `.${rest}`}`
}

/** `36.5 小时`, `1 hour`. */
export function hoursText(minutes: Minutes, language: Language): string {
  const value = hours(minutes)
  if (language === 'zh') return `${value}${THIN}小时`
  return `${value} ${value === '1' ? 'hour' : 'hours'}`
}

/** Exactly, for what is short of an hour or must be checked: `2 小时 30 分钟`. */
export function duration(minutes: Minutes, language: Language): string {
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = language === 'zh' ? [`${count(whole)}${THIN}小时`, `${rest}${THIN}分钟`] : [`${count(whole)} h`, `${rest} min`]
  if (whole === 0) return parts[1] ?? ''
  return rest === 0 ? (parts[0] ?? '') : parts.join(' ')
}

/** The parts of an amount, for a figure with small decimals. */
export function yuanParts(fen: Fen): { sign: string; value: string; decimals: string } {
  const size = Math.abs(fen)
  const cents = String(size % 100).padStart(2, '0')
  return { sign: fen < 0 ? `${MINUS}¥` : '¥', value: count(Math.floor(size / 100)), decimals: `.${cents}` }
}

/** The same for a large figure among others; the fen only when there are some. */
export function yuanShortParts(fen: Fen): { sign: string; value: string; decimals?: string } {
  const { decimals, ...whole } = yuanParts(fen)
  return decimals === '.00' ? whole : { ...whole, decimals }
}

/** `¥1,600.00`, to the fen. */
export function yuan(fen: Fen): string {
  const { sign, value, decimals } = yuanParts(fen)
  return `${sign}${value}${decimals}`
}

/** `¥1,600`; the fen only when there are some. */
export function yuanShort(fen: Fen): string {
  const { sign, value, decimals = '' } = yuanShortParts(fen)
  return `${sign}${value}${decimals}`
}

/** A change of a balance: `+300.00`, `−500.00`. */
export function yuanChange(fen: Fen): string {
  const { value, decimals } = yuanParts(fen)
  return `${fen < 0 ? MINUS : '+'}${value}${decimals}`
}

const WAN_FEN = 1_000_000
const TEN_THOUSAND_WAN_FEN = WAN_FEN * 10_000

/** For sums of a whole programme: `¥855 万` (`¥8.55M`), two decimals at most; below 10,000 yuan, in English a million, in full. */
export function yuanBig(fen: Fen, language: Language): string {
  if (Math.abs(fen) < (language === 'en' ? 100 * WAN_FEN : WAN_FEN)) return yuanShort(fen)
  if (language === 'en') return `${fen < 0 ? MINUS : ''}¥${decimal(Math.abs(fen) / 100_000_000)}M`
  const isHuge = Math.abs(fen) >= TEN_THOUSAND_WAN_FEN
  return `${fen < 0 ? MINUS : ''}¥${decimal(Math.abs(fen) / (isHuge ? TEN_THOUSAND_WAN_FEN : WAN_FEN))}${THIN}${isHuge ? '亿' : '万'}`
}

function decimal(value: number): string {
  const hundredths = Math.round(value * 100)
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${count(Math.floor(hundredths / 100))}${rest === '' ? '' : `.${rest}`}`
}

const FIXED = '\u00a0'

/** Lines break well: “第 12 场” stays whole, and a dot between two parts stays with the first. */
export function keepFigures(words: string): string {
  return words
    .replace(/ ·/g, `${FIXED}·`)
    .replace(/ (?=\d)/g, FIXED)
    .replace(/(\d) /g, `$1${FIXED}`)
}

/** For words that the stylesheet breaks at spaces only: a dot stays with the fact before it, a figure with its unit; spans stay whole. */
export function keepTogether(words: string): string {
  return words
    .replace(/ ·/g, `${FIXED}·`)
    .replace(/(^| )([\u4e00-\u9fff]) (?=\d)/g, `$1$2${FIXED}`)
    .replace(/(\d) (?=[\d\u4e00-\u9fff])/g, `$1${FIXED}`)
    .replace(/(\d)\u2013(?=\d)/g, `$1${DASH}\u2060`)
}

/** In hours where tenths say it exactly, else to the minute: `2.5 小时`, `2 小时 20 分钟`. */
export function shortDuration(minutes: Minutes, language: Language): string {
  return minutes >= 60 && minutes % 6 === 0 ? hoursText(minutes, language) : duration(minutes, language)
}

const two = (value: number) => String(value).padStart(2, '0')

/** `14:00` on the Shanghai clock. */
export function clockTime(at: Instant): string {
  const { hour, minute } = shanghaiClock(at)
  return `${two(hour)}:${two(minute)}`
}

/** `11月20日`, with the year when it is not this year's: `2025年11月20日`. */
export function dayText(at: Instant, now: Instant, language: Language): string {
  const { year, month, date } = shanghaiClock(at)
  if (year === shanghaiClock(now).year) return language === 'zh' ? `${month}月${date}日` : spokenDay(at)
  return language === 'zh' ? `${year}年${month}月${date}日` : `${spokenDay(at)} ${year}`
}

/** `20 Nov`, out of `Fri 20 Nov 14:00`. */
function spokenDay(at: Instant): string {
  return spokenTime(at, 'en').split(' ').slice(1, 3).join(' ')
}

/** `今天 14:00`, `明天 14:00`, else `11月20日 周五 14:00`. */
export function moment(at: Instant, now: Instant, language: Language): string {
  const today = shanghaiDay(now)
  const near = {
    [today]: { zh: '今天', en: 'Today' },
    [addDays(today, 1)]: { zh: '明天', en: 'Tomorrow' },
    [addDays(today, -1)]: { zh: '昨天', en: 'Yesterday' },
  }
  const word = near[shanghaiDay(at)]
  if (word) return `${word[language]} ${clockTime(at)}`
  return shanghaiClock(at).year === shanghaiClock(now).year ? spokenTime(at, language) : fullTime(at, language)
}

/** `2026年11月20日 周五 14:00`, `Fri 20 Nov 2026 14:00`, whatever year it is: for records that are read long afterwards. */
export function fullTime(at: Instant, language: Language): string {
  const { year } = shanghaiClock(at)
  const spoken = spokenTime(at, language)
  return language === 'zh' ? `${year}年${spoken}` : spoken.replace(/ (?=\d+:)/, ` ${year} `)
}

/** Inside an English sentence: `As of today 14:00`. */
export function midSentence(time: string): string {
  return time.replace(/^(?:Today|Tomorrow|Yesterday)/, (word) => word.toLowerCase())
}

/** `今天 16:00–19:00`; a span over midnight names both days. */
export function span(startsAt: Instant, endsAt: Instant, now: Instant, language: Language): string {
  const start = moment(startsAt, now, language)
  const end = shanghaiDay(startsAt) === shanghaiDay(endsAt) ? clockTime(endsAt) : ` ${moment(endsAt, now, language)}`
  const space = end.startsWith(' ') ? ' ' : ''
  return `${start}${space}${DASH}${end}`
}
