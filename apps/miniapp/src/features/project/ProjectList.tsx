import { useText } from '@/i18n/use-text'
import { View } from '@/ui/elements'
import { PagedList } from '@/ui/PagedList'
import { NothingFound } from './NothingFound'
import { ProjectRow } from './ProjectRow'
import { projectText } from './text'
import type { DiscoveryProps } from './use-discovery'
import styles from './discovery.module.scss'

/** Published projects, the newest first. */
export function ProjectList({ discovery }: DiscoveryProps) {
  const t = useText(projectText)
  return (
    <View className={styles.list}>
      <PagedList
        of={discovery.projects}
        keyOf={({ id }) => id}
        empty={<NothingFound discovery={discovery} title={t.noProjects} detail={t.noProjectsDetail} />}
      >
        {(project) => <ProjectRow project={project} />}
      </PagedList>
    </View>
  )
}
