import { useMemo, useState } from 'react'
import { useLogin } from '@/api/login'
import { usePages, useRead } from '@/api/use-read'
import { deviceNow } from '@/lib/clock'
import { noFilters, projectQuery, sessionQuery } from './filters'
import type { Filters } from './filters'

export type DiscoveryView = 'sessions' | 'projects'

/** What the list page looks for and what it finds; the words and filters stay when the view changes. */
export function useDiscovery() {
  const me = useLogin()?.me
  const [view, setView] = useState<DiscoveryView>('sessions')
  const [filters, setFilters] = useState<Filters>(noFilters)
  // One now for a search, so that the query stays the same while the page stands.
  const now = useMemo(deviceNow, [filters, view])
  const isIn = me !== undefined
  const sessions = usePages('listSessions', { query: sessionQuery(filters, now) }, { enabled: isIn && view === 'sessions' })
  const projects = usePages('listProjects', { query: projectQuery(filters) }, { enabled: isIn && view === 'projects' })
  const branches = useRead('listBranches', { query: { limit: 100 } }, { enabled: isIn })
  return {
    view,
    setView,
    filters,
    change: (change: Partial<Filters>) => setFilters((before) => ({ ...before, ...change })),
    clear: () => setFilters(noFilters),
    sessions,
    projects,
    branches: branches.data?.items ?? [],
    ownCity: me?.employee.city,
    now,
    refresh: () => (view === 'sessions' ? sessions.refetch() : projects.refetch()),
  }
}

export type Discovery = ReturnType<typeof useDiscovery>

export interface DiscoveryProps {
  discovery: Discovery
}
