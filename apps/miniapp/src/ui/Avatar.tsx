import { classes } from './classes'
import { View } from './elements'
import styles from './avatar.module.scss'

interface AvatarProps {
  name: string
  size?: 'm' | 'l'
}

const GROUNDS = 5

/** The last character of a Chinese name or the first of any other, on a ground that stays the same for a name. */
export function Avatar({ name, size = 'm' }: AvatarProps) {
  const characters = [...name.trim()]
  const isChinese = /^[\u4e00-\u9fff]/.test(name.trim())
  const shown = (isChinese ? characters[characters.length - 1] : characters[0]?.toUpperCase()) ?? ''
  const ground = characters.reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % GROUNDS
  return (
    <View aria-hidden="true" className={classes(styles.avatar, styles[size], styles[`ground${ground}`])}>
      {shown}
    </View>
  )
}
