import { classes } from './classes'
import { View } from './elements'
import { Tappable } from './Tappable'
import styles from './switch.module.scss'

interface SwitchProps {
  id?: string
  label: string
  detail?: string
  isOn: boolean
  onChange: (isOn: boolean) => void
  disabledReason?: string
}

/** A whole row that turns something on or off. */
export function Switch({ id, label, detail, isOn, onChange, disabledReason }: SwitchProps) {
  return (
    <Tappable
      id={id}
      role="switch"
      checked={isOn}
      label={label}
      disabledReason={disabledReason}
      onTap={() => onChange(!isOn)}
      className={styles.row}
    >
      <View className={styles.words}>
        <View className={styles.label}>{label}</View>
        {detail && <View className={styles.detail}>{detail}</View>}
      </View>
      <View className={classes(styles.track, isOn && styles.on)}>
        <View className={styles.knob} />
      </View>
    </Tappable>
  )
}
