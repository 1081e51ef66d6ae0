import { featureText } from '@/i18n/feature-text'

export const meText = featureText({
  zh: { title: '我的' },
  en: { title: 'Me' },
})
