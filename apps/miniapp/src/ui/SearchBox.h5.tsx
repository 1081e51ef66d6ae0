import { classes } from './classes'
import { View } from './elements'
import { Icon } from './Icon'
import type { SearchBoxProps } from './search-box.types'
import { Tappable } from './Tappable'
import { useDraft } from './use-draft'
import styles from './search-box.module.scss'

export function SearchBox({ label, clearLabel, value, onSearch }: SearchBoxProps) {
  const { draft, type, settle } = useDraft(value, onSearch)
  return (
    <View className={classes(styles.box, 'focus-box')}>
      <Icon name="search" size="s" className={styles.icon} />
      <input
        id="search"
        aria-label={label}
        className={styles.input}
        placeholder={label}
        value={draft}
        maxLength={40}
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        onChange={(event) => type(event.target.value, (event.nativeEvent as InputEvent).isComposing)}
        onCompositionEnd={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle(draft)
        }}
      />
      {draft !== '' && (
        <Tappable onTap={() => settle('')} label={clearLabel} className={styles.clear}>
          <Icon name="close" size="s" />
        </Tappable>
      )}
    </View>
  )
}
