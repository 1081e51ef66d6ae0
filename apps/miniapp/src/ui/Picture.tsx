import { Image } from '@tarojs/components'
import { classes } from './classes'
import type { PictureProps } from './picture.types'
import styles from './picture.module.scss'

/** A picture that fills the box its class makes; WeChat's own default size would be 320 × 240. */
export function Picture({ src, label, fit = 'cover', className }: PictureProps) {
  return (
    <Image
      className={classes(styles.picture, className)}
      src={src}
      mode={fit === 'cover' ? 'aspectFill' : 'aspectFit'}
      aria-role="img"
      aria-label={label}
      aria-hidden={label === '' ? 'true' : undefined}
    />
  )
}
