import { useText } from '@/i18n/use-text'
import { Card } from '@/ui/Card'
import { Heading, View } from '@/ui/elements'
import { hoursText } from './text'
import styles from './hours.module.scss'

/** How a scan becomes hours, for those who have none yet. */
export function HowHours() {
  const t = useText(hoursText)
  return (
    <Card>
      <Heading level={2} className="t-strong">
        {t.howTitle}
      </Heading>
      {t.how.map(({ title, detail }, index) => (
        <View key={title} className={styles.how}>
          <View aria-hidden="true" className={styles.number}>
            {index + 1}
          </View>
          <View className="grow">
            <View className="t-body">{title}</View>
            <View className="t-small">{detail}</View>
          </View>
        </View>
      ))}
    </Card>
  )
}
