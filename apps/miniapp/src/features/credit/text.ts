import { featureText } from '@/i18n/feature-text'

export const creditText = featureText({
  zh: { title: '公益金' },
  en: { title: 'Charity credit' },
})
