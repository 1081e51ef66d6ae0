import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { classes } from '@/ui/classes'
import { Card } from '@/ui/Card'
import { Heading, View } from '@/ui/elements'
import { Tappable } from '@/ui/Tappable'
import { projectText } from './text'
import styles from './project.module.scss'

/** Longer than this, a story is folded: about six lines of a phone. */
const FOLD_AT = 140

export function ProjectStory({ story }: { story: string }) {
  const t = useText(projectText)
  const [isOpen, setOpen] = useState(false)
  const isLong = story.length > FOLD_AT
  return (
    <Card>
      <Heading level={2} className="t-strong">
        {t.story}
      </Heading>
      <View className={classes(styles.story, isLong && !isOpen && styles.folded)}>{story}</View>
      {isLong && (
        <Tappable onTap={() => setOpen(!isOpen)} expanded={isOpen} className={styles.more}>
          {isOpen ? t.storyLess : t.storyMore}
        </Tappable>
      )}
    </Card>
  )
}
