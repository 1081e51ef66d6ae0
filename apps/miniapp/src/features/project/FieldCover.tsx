import type { Field } from '@yijian/shared/project/shapes'
import { classes } from '@/ui/classes'
import { Text, View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { fieldLook } from './field-look'
import styles from './field-cover.module.scss'

interface FieldCoverProps {
  field: Field
  /** What stands on it: the field, the city, the branch. */
  tags: readonly string[]
}

/** The picture at the top of a session or project; the first card overlaps it. */
export function FieldCover({ field, tags }: FieldCoverProps) {
  const { icon, hue } = fieldLook[field]
  return (
    <View className={classes(styles.cover, styles[hue])}>
      <View aria-hidden="true" className={styles.art}>
        <Icon name={icon} size="xl" />
      </View>
      <View className={styles.tags}>
        {tags.map((tag) => (
          <Text key={tag} className={styles.tag}>
            {tag}
          </Text>
        ))}
      </View>
    </View>
  )
}
