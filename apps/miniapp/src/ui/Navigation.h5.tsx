import { useRouter } from '@tarojs/taro'
import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { deskGroupText, deskOf } from '@/lib/desk-groups'
import { go, replaceWith, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
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
      <DeskGroups isTab={tab !== undefined} />
    </nav>
  )
}

/** What a person has to do here besides, by their roles; a phone finds it under 我的. */
function DeskGroups({ isTab }: { isTab: boolean }) {
  const t = useText(deskGroupText)
  const { language } = useSettings()
  const here = useRouter().path
  const login = useLogin()
  // Not asked for here: a page that asks brings what it learned; until then the login tells.
  const me = useRead('getMe', {}, { enabled: false }).data ?? login?.me
  if (login === undefined || me === undefined) return null
  return (
    <>
      {deskOf(me).map(({ group, entries }) => (
        <div key={group} className={styles.group} role="group" aria-label={t[group]}>
          <div className={styles.groupName} aria-hidden="true">
            {t[group]}
          </div>
          {entries.map(({ route, icon, words }) => {
            const isHere = here.includes(route.path)
            return (
              <Tappable
                key={route.path}
                role="link"
                // From one page of the desk to the next nothing is piled up.
                onTap={() => !isHere && (isTab ? go(route) : replaceWith(route))}
                className={classes(styles.item, isHere && styles.here)}
              >
                <span className={styles.icon}>
                  <Icon name={icon} />
                </span>
                {words[language]}
              </Tappable>
            )
          })}
        </div>
      ))}
    </>
  )
}
