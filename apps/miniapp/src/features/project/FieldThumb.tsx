import type { Field } from '@yijian/shared/project/shapes'
import { classes } from '@/ui/classes'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { fieldLook } from './field-look'
import styles from './field-cover.module.scss'

/** The small picture of a field, before a title. */
export function FieldThumb({ field }: { field: Field }) {
  const { icon, hue } = fieldLook[field]
  return (
    <View aria-hidden="true" className={classes(styles.thumb, styles[hue])}>
      <Icon name={icon} size="l" />
    </View>
  )
}
