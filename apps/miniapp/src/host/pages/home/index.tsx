import { useRead } from '@/api/use-read'
import { HostedProjects, useHostedProjects } from '@/features/hosting/HostedProjects'
import { hostingText } from '@/features/hosting/text'
import { ToDoList } from '@/features/hosting/ToDoList'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'

export default function HostHomePage() {
  const t = useText(hostingText)
  const toDos = useRead('listToDos')
  const projects = useHostedProjects()
  const refresh = () => Promise.all([toDos.refetch(), projects.refetch()])
  const footer = (
    <BottomBar>
      <Button icon="plus" onTap={() => go(routes.editProject, {})}>
        {t.newProject}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.home} onRefresh={refresh} footer={footer}>
      <Section title={t.toDos}>
        <Loaded of={toDos}>
          {({ items }) =>
            items.length > 0 ? <ToDoList items={items} /> : <Empty icon="check" title={t.noToDos} detail={t.noToDosDetail} />
          }
        </Loaded>
      </Section>
      <Section title={t.myProjects}>
        <View className="stack">
          <HostedProjects projects={projects} />
        </View>
      </Section>
    </Page>
  )
}
