import { featureText } from '@/i18n/feature-text'
import { count } from '@/lib/format'

export const notifyText = featureText({
  zh: {
    inbox: '消息',
    inboxDetail: '报名、提醒、下发与审核结果',
    unread: (n: number) => (n > 99 ? '99+' : count(n)),
    none: '还没有消息',
    noneDetail: '报名成功、公益时下发、捐赠到账时，会在这里告诉你。',
  },
  en: {
    inbox: 'Messages',
    inboxDetail: 'Sign-ups, reminders, hours and decisions',
    unread: (n) => (n > 99 ? '99+' : count(n)),
    none: 'No messages yet',
    noneDetail: 'Places, issued hours and donations that arrived are told here.',
  },
})
