import type { Field } from '@yijian/shared/project/shapes'
import type { Hue } from '@/ui/hue'
import type { IconName } from '@/ui/icon-names'

interface FieldLook {
  icon: IconName
  hue: Hue
}

/** Each field is known by one picture and one of five colours, wherever it appears. */
export const fieldLook: Record<Field, FieldLook> = {
  'tech-for-good': { icon: 'chip', hue: 'sky' },
  'missing-persons': { icon: 'search', hue: 'plum' },
  accessibility: { icon: 'ear', hue: 'sky' },
  'cyber-security': { icon: 'shield', hue: 'sky' },
  'special-children': { icon: 'smile', hue: 'honey' },
  'it-literacy': { icon: 'keyboard', hue: 'sky' },
  'emergency-rescue': { icon: 'lifebuoy', hue: 'sun' },
  'poverty-relief': { icon: 'credit', hue: 'sun' },
  environment: { icon: 'leaf', hue: 'leaf' },
  'animal-protection': { icon: 'paw', hue: 'honey' },
  'education-aid': { icon: 'book', hue: 'honey' },
  'elderly-care': { icon: 'heart', hue: 'sun' },
  community: { icon: 'home', hue: 'leaf' },
  other: { icon: 'brand', hue: 'plum' },
}
