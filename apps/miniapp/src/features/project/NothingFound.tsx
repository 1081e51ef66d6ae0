import { useText } from '@/i18n/use-text'
import { Empty } from '@/ui/Empty'
import { isNarrowed } from './filters'
import { projectText } from './text'
import type { DiscoveryProps } from './use-discovery'

interface NothingFoundProps extends DiscoveryProps {
  title: string
  detail: string
  /** Leads to the other view when nothing was filtered away; left out where there is none. */
  toOther?: string
}

/** Nothing matches, or nothing is there yet: told apart, each with its way on. */
export function NothingFound({ discovery, title, detail, toOther }: NothingFoundProps) {
  const t = useText(projectText)
  if (isNarrowed(discovery.filters)) {
    return <Empty icon="search" title={t.noMatch} detail={t.noMatchDetail} action={{ words: t.clearAll, onTap: discovery.clear }} />
  }
  const action = toOther === undefined ? undefined : { words: toOther, onTap: () => discovery.setView('projects') }
  return <Empty icon="calendar" title={title} detail={detail} action={action} />
}
