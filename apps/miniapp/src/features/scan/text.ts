import { featureText } from '@/i18n/feature-text'

export const scanText = featureText({
  zh: { title: '扫码' },
  en: { title: 'Scan' },
})
