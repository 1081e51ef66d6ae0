import { useState } from 'react'
import { useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { savePicture } from '@/platform/save-picture'
import { toast } from '@/platform/toast'
import { Button } from '@/ui/Button'
import { View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { Picture } from '@/ui/Picture'
import { Sheet } from '@/ui/Sheet'
import { Skeleton } from '@/ui/Skeleton'
import { honourText } from './text'
import styles from './honour.module.scss'

/** The poster as it will be saved; it shows what colleagues see and nothing else. */
export function PosterSheet({ onClose }: { onClose: () => void }) {
  const t = useText(honourText)
  const poster = useRead('drawHonourPoster')
  const [isSaving, setSaving] = useState(false)
  const save = async (base64: string) => {
    setSaving(true)
    const saved = await savePicture(base64, 'yijian-honour.png').catch(() => false)
    setSaving(false)
    toast(saved ? t.posterSaved : t.posterNotSaved)
  }
  return (
    <Sheet
      isOpen
      title={t.poster}
      onClose={onClose}
      footer={
        poster.data && (
          <Button icon="download" busy={isSaving} onTap={() => void save(poster.data?.base64 ?? '')}>
            {t.savePoster}
          </Button>
        )
      }
    >
      <Loaded of={poster} skeleton={<Skeleton shape="hero" />}>
        {({ base64 }) => (
          <View className={styles.poster}>
            <Picture src={`data:image/png;base64,${base64}`} label={t.posterLabel} fit="contain" />
          </View>
        )}
      </Loaded>
    </Sheet>
  )
}
