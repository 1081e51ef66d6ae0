import type { ImageView } from '@yijian/shared/file/shapes'
import { fileUrl } from '@/api/file-url'
import { useText } from '@/i18n/use-text'
import { viewImages } from '@/platform/view-image'
import { View } from '@/ui/elements'
import { Picture } from '@/ui/Picture'
import { Tappable } from '@/ui/Tappable'
import styles from './claim.module.scss'
import { claimText } from './text'

/** The receipts, small for their person, large enough to read at the desk; a tap shows one whole. */
export function Receipts({ images, isLarge = false }: { images: readonly ImageView[]; isLarge?: boolean }) {
  const t = useText(claimText)
  const urls = images.map(({ link }) => fileUrl(link))
  return (
    <View className={styles.receipts}>
      {urls.map((url, at) => (
        <Tappable
          key={images[at]?.id ?? url}
          onTap={() => viewImages(urls, url)}
          label={t.receipt(at + 1)}
          className={isLarge ? styles.large : styles.receipt}
        >
          <Picture src={url} label={t.receipt(at + 1)} fit={isLarge ? 'contain' : 'cover'} />
        </Tappable>
      ))}
    </View>
  )
}
