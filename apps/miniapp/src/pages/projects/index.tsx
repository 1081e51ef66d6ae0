import { FilterBar } from '@/features/project/FilterBar'
import { ProjectList } from '@/features/project/ProjectList'
import { SessionList } from '@/features/project/SessionList'
import { projectText } from '@/features/project/text'
import { useDiscovery } from '@/features/project/use-discovery'
import { useText } from '@/i18n/use-text'
import { Page } from '@/ui/Page'
import { SearchBox } from '@/ui/SearchBox'
import { Segmented } from '@/ui/Segmented'

export default function ProjectsPage() {
  const t = useText(projectText)
  const discovery = useDiscovery()
  const { view, setView, filters, change } = discovery
  return (
    <Page title={t.title} tab="projects" onRefresh={discovery.refresh}>
      <SearchBox label={t.search} clearLabel={t.clearSearch} value={filters.search} onSearch={(search) => change({ search })} />
      <Segmented
        label={t.views}
        choices={[
          { value: 'sessions', words: t.sessions },
          { value: 'projects', words: t.projects },
        ]}
        value={view}
        onChange={setView}
      />
      <FilterBar discovery={discovery} />
      {view === 'sessions' ? <SessionList discovery={discovery} /> : <ProjectList discovery={discovery} />}
    </Page>
  )
}
