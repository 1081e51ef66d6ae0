import type { ToDo } from '@yijian/shared/home/shapes'
import { ToDoList } from '@/features/hosting/ToDoList'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Section } from '@/ui/Section'
import { homeText } from './text'

const SHOWN = 3

/** The oldest things that wait for a host or branch lead; nothing for everybody else. */
export function HomeToDos({ items }: { items: readonly ToDo[] }) {
  const t = useText(homeText)
  if (items.length === 0) return null
  const all = items.length > SHOWN ? { words: t.allToDos(items.length), onTap: () => go(routes.hostHome) } : undefined
  return (
    <Section title={t.toDos} action={all}>
      <ToDoList items={items.slice(0, SHOWN)} />
    </Section>
  )
}
