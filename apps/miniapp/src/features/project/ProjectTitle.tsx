import type { Project } from '@yijian/shared/project/shapes'
import { useText } from '@/i18n/use-text'
import { Card } from '@/ui/Card'
import { Heading, View } from '@/ui/elements'
import { projectText } from './text'
import styles from './project.module.scss'

export function ProjectTitle({ project }: { project: Project }) {
  const t = useText(projectText)
  return (
    <Card className={styles.first}>
      <Heading level={2} className="t-title">
        {project.title}
      </Heading>
      <View className={styles.organiser}>{t.organiser(project.organiser)}</View>
    </Card>
  )
}
