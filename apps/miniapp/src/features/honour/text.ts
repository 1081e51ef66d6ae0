import { featureText } from '@/i18n/feature-text'

export const honourText = featureText({
  zh: {
    title: '积分与徽章',
    points: '向善积分',
    pointsUnit: '分',
    pointsNote: '做公益得积分，与公益金互不兑换。',
    badges: '徽章',
    unlockedCount: (unlocked: number, all: number) => `${unlocked}/${all}`,
    unlockedOn: (day: string) => `${day} 获得`,
    toGo: { minutes: (time: string) => `还差 ${time}`, sessions: (sessions: string) => `还差 ${sessions} 场` },
    have: {
      minutes: (have: string, need: string) => `${have} / ${need} 小时`,
      sessions: (have: string, need: string) => `${have} / ${need} 场`,
    },
    progress: (name: string, words: string) => `${name}，${words}`,
    noBadges: '还没有徽章',
    noBadgesDetail: '参加第一场活动，就能得到第一枚。',
    movements: '积分明细',
    noMovements: '还没有积分',
    noMovementsDetail: '公益时下发时，积分同时到账。',
  },
  en: {
    title: 'Points and badges',
    points: 'Points',
    pointsUnit: 'points',
    pointsNote: 'Earned by doing good; points and credit never convert.',
    badges: 'Badges',
    unlockedCount: (unlocked, all) => `${unlocked}/${all}`,
    unlockedOn: (day) => `Since ${day}`,
    toGo: {
      minutes: (time) => `${time} to go`,
      sessions: (sessions) => (sessions === '1' ? '1 session to go' : `${sessions} sessions to go`),
    },
    have: { minutes: (have, need) => `${have} of ${need} h`, sessions: (have, need) => `${have} of ${need}` },
    progress: (name, words) => `${name}, ${words}`,
    noBadges: 'No badges yet',
    noBadgesDetail: 'The first one comes with the first session.',
    movements: 'Points earned',
    noMovements: 'No points yet',
    noMovementsDetail: 'They arrive with the hours.',
  },
})
