import type { FundProjectCard } from '@yijian/shared/fund/shapes'
import { fileUrl } from '@/api/file-url'
import { FieldThumb } from '@/features/project/FieldThumb'
import { View } from '@/ui/elements'
import { Picture } from '@/ui/Picture'
import styles from './fund.module.scss'

/** The small picture before a name: its cover, or that of its field. */
export function FundThumb({ cover, field }: Pick<FundProjectCard, 'cover' | 'field'>) {
  if (cover === null) return <FieldThumb field={field} />
  return (
    <View className={styles.thumb}>
      <Picture src={fileUrl(cover.link)} label="" />
    </View>
  )
}
