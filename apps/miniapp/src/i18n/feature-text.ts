import type { Language } from '@yijian/shared/kernel/language'

/** The words of one feature: plain strings, and functions where a figure goes in. */
export type FeatureText<T> = Readonly<Record<Language, T>>

/** Chinese sets the shape; English must have exactly the same words. */
export function featureText<T>(words: { zh: T; en: NoInfer<T> }): FeatureText<T> {
  return words
}
