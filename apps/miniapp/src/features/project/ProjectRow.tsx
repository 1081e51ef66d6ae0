import type { ProjectCard } from '@yijian/shared/project/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { keepFigures, moment } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Tag } from '@/ui/Tag'
import { FieldThumb } from './FieldThumb'
import { fieldText } from './field-text'
import { projectText } from './text'
import styles from './session-row.module.scss'

/** A project in a list; opens its page. */
export function ProjectRow({ project }: { project: ProjectCard }) {
  const t = useText(projectText)
  const fields = useText(fieldText)
  const { language } = useSettings()
  const next = project.nextSessionAt ? t.nextOn(moment(project.nextSessionAt, deviceNow(), language)) : t.sessionsAhead(0)
  return (
    <Card onTap={() => go(routes.project, { projectId: project.id })}>
      <View className={styles.row}>
        <FieldThumb field={project.field} />
        <View className="grow">
          <View className={styles.title}>{keepFigures(project.title)}</View>
          <View className={styles.facts}>
            <View className={styles.time}>{next}</View>
            <View className={styles.place}>{[project.city ?? t.online, project.organiser].join(' · ')}</View>
          </View>
          <View className={styles.tags}>
            <Tag>{fields[project.field]}</Tag>
            {project.sessionsAhead > 0 && <Tag tone="brand">{t.sessionsAhead(project.sessionsAhead)}</Tag>}
          </View>
        </View>
      </View>
    </Card>
  )
}
