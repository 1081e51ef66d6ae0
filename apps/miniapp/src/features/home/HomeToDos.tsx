import type { ToDo } from '@yijian/shared/home/shapes'
import { ToDoList } from '@/features/hosting/ToDoList'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Section } from '@/ui/Section'
import { homeText } from './text'

const SHOWN = 3

/** The oldest things that wait for a host or for a role, with the way to all of them; nothing for everybody else. */
export function HomeToDos({ items, atDesk }: { items: readonly ToDo[]; atDesk: boolean }) {
  const t = useText(homeText)
  if (items.length === 0) return null
  const all =
    items.length > SHOWN ? { words: t.allToDos(items.length), onTap: () => go(atDesk ? routes.deskHome : routes.hostHome) } : undefined
  return (
    <Section title={t.toDos} action={all}>
      <ToDoList items={items.slice(0, SHOWN)} />
    </Section>
  )
}
