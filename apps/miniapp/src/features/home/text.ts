import { featureText } from '@/i18n/feature-text'

/** Greetings by the hour at which each begins. */
export const homeText = featureText({
  zh: {
    greeting: (hour: number): string =>
      hour < 5 ? '夜深了' : hour < 11 ? '早上好' : hour < 13 ? '中午好' : hour < 18 ? '下午好' : '晚上好',
    greetingTo: (greeting: string, name: string) => `${greeting}，${name}`,
  },
  en: {
    greeting: (hour) => (hour < 5 ? 'Good night' : hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening'),
    greetingTo: (greeting, name) => `${greeting}, ${name}`,
  },
})
