import type { FundProjectCard } from '@yijian/shared/fund/shapes'
import { fieldText } from '@/features/project/field-text'
import { useText } from '@/i18n/use-text'
import { keepFigures, yuanBig } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Text, View } from '@/ui/elements'
import { Progress } from '@/ui/Progress'
import { Tag } from '@/ui/Tag'
import { FundStateTag } from './FundStateTag'
import { FundThumb } from './FundThumb'
import { fundText } from './text'
import styles from './fund.module.scss'

/** A fund project in a list, with how far it has come; opens its page. */
export function FundRow({ fund }: { fund: FundProjectCard }) {
  const t = useText(fundText)
  const fields = useText(fieldText)
  return (
    <Card onTap={() => go(routes.fund, { fundProjectId: fund.id })}>
      <View className={styles.row}>
        <FundThumb cover={fund.cover} field={fund.field} />
        <View className="grow">
          <View className={styles.name}>{keepFigures(fund.name)}</View>
          <View className={styles.summary}>{fund.summary}</View>
          <View className={styles.tags}>
            {fund.state !== 'listed' && <FundStateTag state={fund.state} />}
            <Tag>{fields[fund.field]}</Tag>
            <Tag>{fund.city ?? t.nationwide}</Tag>
          </View>
        </View>
      </View>
      <FundProgress fund={fund} />
      <View className={styles.charity}>{fund.charity}</View>
    </Card>
  )
}

/** How much has come, and of how much if there is an end to it. */
export function FundProgress({ fund: { receivedFen, targetFen } }: { fund: Pick<FundProjectCard, 'receivedFen' | 'targetFen'> }) {
  const t = useText(fundText)
  const { language } = useSettings()
  const got = yuanBig(receivedFen, language)
  return (
    <View className={styles.progress}>
      <View className={styles.figures}>
        <View>
          <Text className={styles.got}>{got}</Text>
          <Text className={styles.label}>{t.received}</Text>
        </View>
        {targetFen !== null && <Text className={styles.label}>{t.target(yuanBig(targetFen, language))}</Text>}
      </View>
      {targetFen !== null && (
        <Progress tone="give" share={receivedFen / targetFen} label={t.receivedOf(got, yuanBig(targetFen, language))} />
      )}
    </View>
  )
}
