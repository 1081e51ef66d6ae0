import { problemWords } from '@/api/problems'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { viewImages } from '@/platform/view-image'
import { Text, View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { Picture } from '@/ui/Picture'
import { Tappable } from '@/ui/Tappable'
import { fileText } from './text'
import type { Upload, Uploads } from './use-uploads'
import styles from './image-picker.module.scss'

/** Pictures of a form side by side: look, remove, try again, add one more. */
export function ImagePicker({ uploads }: { uploads: Uploads }) {
  const t = useText(fileText)
  const { language } = useSettings()
  const { items, max } = uploads
  const failed = items.find(({ state }) => state === 'failed')
  const words = failed && problemWords(failed.error, language)
  return (
    <View className={styles.picker}>
      <View className={styles.grid}>
        {items.map((item, at) => (
          <Tile key={item.key} item={item} at={at + 1} uploads={uploads} />
        ))}
        {items.length < max && (
          <Tappable onTap={uploads.add} label={`${t.add}, ${t.count(items.length, max)}`} className={styles.add}>
            <Icon name="camera" />
            <Text className={styles.count}>{t.count(items.length, max)}</Text>
          </Tappable>
        )}
      </View>
      {words && (
        <View className={styles.problem} aria-role="alert">
          {[words.detail, words.next].join(' ')}
        </View>
      )}
    </View>
  )
}

function Tile({ item, at, uploads }: { item: Upload; at: number; uploads: Uploads }) {
  const t = useText(fileText)
  return (
    <View className={styles.tile}>
      {item.state === 'failed' ? (
        <Tappable onTap={() => uploads.retry(item)} label={`${t.picture(at)}, ${t.failed}, ${t.retry}`} className={styles.face}>
          <Picture src={item.preview} label="" />
          <View className={styles.veil}>
            <Icon name="refresh" size="s" />
            <Text>{t.retry}</Text>
          </View>
        </Tappable>
      ) : (
        <Tappable onTap={() => viewImages([item.preview], item.preview)} label={t.view(at)} className={styles.face}>
          <Picture src={item.preview} label={t.picture(at)} />
          {item.state === 'sending' && (
            <View className={styles.veil} aria-role="status">
              <View className={styles.turning} aria-hidden="true" />
              <Text>{t.sending}</Text>
            </View>
          )}
        </Tappable>
      )}
      <Tappable onTap={() => uploads.remove(item.key)} label={t.remove(at)} className={styles.remove}>
        <View className={styles.cross}>
          <Icon name="close" size="s" />
        </View>
      </Tappable>
    </View>
  )
}
