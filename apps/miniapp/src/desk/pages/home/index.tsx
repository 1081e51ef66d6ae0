import type { Me } from '@yijian/shared/people/shapes'
import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import styles from '@/features/desk/desk.module.scss'
import { deskText } from '@/features/desk/text'
import { ToDoList } from '@/features/hosting/ToDoList'
import { useText } from '@/i18n/use-text'
import { deskGroupText, deskOf } from '@/lib/desk-groups'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'

/** What waits for whoever keeps the desk, and every page of theirs. */
export default function DeskHomePage() {
  const t = useText(deskText)
  const groups = useText(deskGroupText)
  const { language } = useSettings()
  const login = useLogin()
  const me = useRead('getMe')
  const toDos = useRead('listToDos')
  const known = me.data ?? login?.me
  return (
    <Page title={t.desk} isWide onRefresh={() => Promise.all([me.refetch(), toDos.refetch()])}>
      <Section title={t.waiting}>
        <Loaded of={toDos}>
          {({ items }) =>
            items.length > 0 ? <ToDoList items={items} /> : <Empty icon="check" title={t.nothingWaits} detail={t.nothingWaitsDetail} />
          }
        </Loaded>
      </Section>
      {known && (
        <View className={styles.groups}>
          {others(known).map(({ group, entries }) => (
            <Section key={group} title={groups[group]}>
              <Card flush>
                {entries.map(({ route, icon, tone, words, detail }) => (
                  <Cell
                    key={route.path}
                    icon={icon}
                    tone={tone ?? 'brand'}
                    title={words[language]}
                    detail={detail[language]}
                    onTap={() => go(route)}
                  />
                ))}
              </Card>
            </Section>
          ))}
        </View>
      )}
    </Page>
  )
}

/** Every page of theirs but this one. */
function others(me: Me): ReturnType<typeof deskOf> {
  return deskOf(me)
    .map(({ group, entries }) => ({ group, entries: entries.filter(({ route }) => route !== routes.deskHome) }))
    .filter(({ entries }) => entries.length > 0)
}
