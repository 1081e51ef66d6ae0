import type { FundProject } from '@yijian/shared/fund/shapes'
import { fileUrl } from '@/api/file-url'
import { FieldCover } from '@/features/project/FieldCover'
import { fieldText } from '@/features/project/field-text'
import { useText } from '@/i18n/use-text'
import { View } from '@/ui/elements'
import { Picture } from '@/ui/Picture'
import { fundText } from './text'
import styles from './fund.module.scss'

/** The picture at the top; the first card overlaps it. */
export function FundCover({ fund: { cover, field, city } }: { fund: FundProject }) {
  const t = useText(fundText)
  const fields = useText(fieldText)
  if (cover === null) return <FieldCover field={field} tags={[fields[field], city ?? t.nationwide]} />
  return (
    <View className={styles.cover}>
      <Picture src={fileUrl(cover.link)} label="" />
    </View>
  )
}
