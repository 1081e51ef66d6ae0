import { useSettings } from '@/lib/settings'
import type { FeatureText } from './feature-text'

/** The words in the language chosen in the settings. */
export function useText<T>(words: FeatureText<T>): T {
  return words[useSettings().language]
}
