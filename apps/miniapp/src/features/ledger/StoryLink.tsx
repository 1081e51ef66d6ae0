import { Icon } from '@/ui/Icon'
import { Tappable } from '@/ui/Tappable'
import styles from './story.module.scss'

/** From a station of the story to the page it is about. */
export function StoryLink({ children, onTap }: { children: string; onTap: () => void }) {
  return (
    <Tappable role="link" onTap={onTap} className={styles.link}>
      {children}
      <Icon name="forward" size="s" />
    </Tappable>
  )
}
