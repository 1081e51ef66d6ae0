import { classes } from './classes'
import { View } from './elements'
import type { IconName } from './icon-names'

interface IconProps {
  name: IconName
  /** s 17, m 22, l 26, xl 42 px; all grow with large type. */
  size?: 's' | 'm' | 'l' | 'xl'
  className?: string
}

/** Decoration in the colour of the text around it; meaning is carried by words. */
export function Icon({ name, size = 'm', className }: IconProps) {
  return <View aria-hidden="true" className={classes('icon', `icon-${name}`, size !== 'm' && `icon-${size}`, className)} />
}
