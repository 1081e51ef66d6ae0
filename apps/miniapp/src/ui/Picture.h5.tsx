import { classes } from './classes'
import type { PictureProps } from './picture.types'
import styles from './picture.module.scss'

/** A picture that fills the box its class makes. */
export function Picture({ src, label, fit = 'cover', className }: PictureProps) {
  return <img className={classes(styles.picture, className)} style={{ objectFit: fit }} src={src} alt={label} />
}
