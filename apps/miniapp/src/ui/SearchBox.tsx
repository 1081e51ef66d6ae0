import { Input } from '@tarojs/components'
import { View } from './elements'
import { Icon } from './Icon'
import type { SearchBoxProps } from './search-box.types'
import { Tappable } from './Tappable'
import { useDraft } from './use-draft'
import styles from './search-box.module.scss'

export function SearchBox({ label, clearLabel, value, onSearch }: SearchBoxProps) {
  const { draft, type, settle } = useDraft(value, onSearch)
  return (
    <View className={styles.box}>
      <Icon name="search" size="s" className={styles.icon} />
      <Input
        id="search"
        aria-label={label}
        className={styles.input}
        placeholderClass={styles.placeholder}
        placeholder={label}
        value={draft}
        maxlength={40}
        confirmType="search"
        onInput={(event) => type(event.detail.value)}
        onConfirm={() => settle(draft)}
      />
      {draft !== '' && (
        <Tappable onTap={() => settle('')} label={clearLabel} className={styles.clear}>
          <Icon name="close" size="s" />
        </Tappable>
      )}
    </View>
  )
}
