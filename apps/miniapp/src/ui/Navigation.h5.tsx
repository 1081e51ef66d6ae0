import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { tabText, tabs } from '@/lib/tabs'
import { classes } from './classes'
import { Icon } from './Icon'
import type { NavigationProps } from './navigation.types'
import { Tappable } from './Tappable'
import styles from './navigation.module.scss'

/** One list of places: along the bottom of a tab page on a phone, at the left of every page on a desktop. */
export function Navigation({ tab }: NavigationProps) {
  const t = useText(tabText)
  return (
    <nav aria-label={t.navigation} className={classes(styles.navigation, tab === undefined && styles.onlyDesktop)}>
      <div className={styles.brand}>
        <Icon name="brand" size="l" />
        益践
      </div>
      {tabs.map((name) => (
        <Tappable
          key={name}
          role="link"
          onTap={() => go(routes[name])}
          className={classes(styles.item, styles[name], name === tab && styles.here)}
        >
          <span className={styles.icon}>
            <Icon name={name} />
          </span>
          {t[name]}
        </Tappable>
      ))}
    </nav>
  )
}
