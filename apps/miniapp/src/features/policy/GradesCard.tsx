import { grades } from '@yijian/shared/kernel/grade'
import { useText } from '@/i18n/use-text'
import { Card } from '@/ui/Card'
import { Heading, View } from '@/ui/elements'
import { policyText } from './text'
import styles from './policy.module.scss'

/** What the letter beside each minute means. */
export function GradesCard() {
  const t = useText(policyText)
  return (
    <Card>
      <Heading level={2} className="t-heading">
        {t.gradesTitle}
      </Heading>
      <View className={styles.rule}>{t.gradesDetail}</View>
      {grades.map((grade) => (
        <View key={grade} className={styles.grade}>
          <View className={styles.letter}>{grade}</View>
          <View className="grow">{t.grades[grade]}</View>
        </View>
      ))}
    </Card>
  )
}
