import type { recommendationReasons } from '@yijian/shared/home/shapes'
import { featureText } from '@/i18n/feature-text'
import { count } from '@/lib/format'

type Reason = (typeof recommendationReasons)[number]

const reasonsZh: Record<Reason, string> = {
  'project-joined': '你参加过这个项目',
  'colleagues-going': '同事在去',
  'same-city': '同城',
  'field-joined': '你关注的领域',
  online: '线上可参加',
  soon: '就在近期',
}
const reasonsEn: Record<Reason, string> = {
  'project-joined': 'You know this project',
  'colleagues-going': 'Colleagues go',
  'same-city': 'In your city',
  'field-joined': 'Your field',
  online: 'Online',
  soon: 'Soon',
}

/** Greetings by the hour at which each begins. */
export const homeText = featureText({
  zh: {
    greeting: (hour: number): string =>
      hour < 5 ? '夜深了' : hour < 11 ? '早上好' : hour < 13 ? '中午好' : hour < 18 ? '下午好' : '晚上好',
    greetingTo: (greeting: string, name: string) => `${greeting}，${name}`,
    hours: '我的公益时',
    hourUnit: '小时',
    asOf: (time: string) => `截至${time}`,
    credit: '公益金',
    creditNote: '每一笔都有来源',
    points: '向善积分',
    pointsNote: '积分与徽章',
    next: '下一场',
    allMine: '我的场次',
    startsIn: (time: string) => `还有 ${time}`,
    running: '进行中',
    checkInOpens: (time: string) => `${time} 开放签到`,
    checkedInAt: (time: string) => `已签到 ${time}`,
    checkedOutAt: (time: string) => `已签退 ${time}`,
    checkIn: '扫码签到',
    checkOut: '扫码签退',
    details: '查看须知',
    nothingNext: '还没有要参加的场次',
    nothingNextDetail: '挑一场喜欢的，今天就可以报名。',
    toDos: '待办',
    allToDos: (items: number) => `全部 ${count(items)} 项`,
    recommended: '为你推荐',
    allSessions: '更多',
    reasons: reasonsZh,
    colleagues: (people: number) => `${count(people)} 位同事在去`,
    nothingRecommended: '暂时没有新的推荐',
    nothingRecommendedDetail: '可以看看其他城市和线上的活动。',
  },
  en: {
    greeting: (hour) => (hour < 5 ? 'Good night' : hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening'),
    greetingTo: (greeting, name) => `${greeting}, ${name}`,
    hours: 'My hours',
    hourUnit: 'h',
    asOf: (time) => `As of ${time}`,
    credit: 'Credit',
    creditNote: 'Each entry has a source',
    points: 'Points',
    pointsNote: 'Points and badges',
    next: 'Next',
    allMine: 'My sessions',
    startsIn: (time) => `In ${time}`,
    running: 'Going on',
    checkInOpens: (time) => `Check-in opens ${time}`,
    checkedInAt: (time) => `In since ${time}`,
    checkedOutAt: (time) => `Out since ${time}`,
    checkIn: 'Check in',
    checkOut: 'Check out',
    details: 'Details',
    nothingNext: 'Nothing planned yet',
    nothingNextDetail: 'Pick one you like and sign up today.',
    toDos: 'To do',
    allToDos: (items) => `All ${count(items)}`,
    recommended: 'For you',
    allSessions: 'More',
    reasons: reasonsEn,
    colleagues: (people) => (people === 1 ? '1 colleague goes' : `${count(people)} colleagues go`),
    nothingRecommended: 'Nothing new right now',
    nothingRecommendedDetail: 'Have a look at other cities and at online sessions.',
  },
})
