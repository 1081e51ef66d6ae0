import type { ImagePurpose, ImageView } from '@yijian/shared/file/shapes'
import { useCallback, useRef, useState } from 'react'
import { api } from '@/api/client'
import { fileUrl } from '@/api/file-url'
import { pickImages } from '@/platform/pick-images'
import type { PickedImage } from '@/platform/pick-images.types'

export interface Upload {
  key: string
  /** Address of what is shown: on the device while it is sent, on the server for what was there. */
  preview: string
  state: 'sending' | 'done' | 'failed'
  image?: Pick<ImageView, 'id'>
  /** What to say about the failure, and what to send again. */
  error?: unknown
  picked?: PickedImage
}

interface UploadsOptions {
  purpose: ImagePurpose
  max: number
  /** Pictures that are part of the thing already. */
  initial?: readonly Pick<ImageView, 'id' | 'link'>[]
  onPickFailed?: () => void
}

/** Pictures of a form: each is sent as soon as it is chosen, so that the form itself is sent in a moment. */
export function useUploads({ purpose, max, initial = [], onPickFailed }: UploadsOptions) {
  const [items, setItems] = useState<readonly Upload[]>(() =>
    initial.map((image) => ({ key: image.id, preview: fileUrl(image.link), state: 'done', image })),
  )
  const made = useRef(0)

  const send = useCallback(
    async (key: string, picked: PickedImage) => {
      const settle = (change: Partial<Upload>) =>
        setItems((before) => before.map((item) => (item.key === key ? { ...item, ...change } : item)))
      settle({ state: 'sending', error: undefined })
      try {
        const image = await api.uploadImage({ query: { purpose }, file: await picked.read() })
        settle({ state: 'done', image })
      } catch (error) {
        settle({ state: 'failed', error })
      }
    },
    [purpose],
  )

  const add = async () => {
    const chosen = await pickImages(max - items.length).catch(() => {
      onPickFailed?.()
      return []
    })
    const uploads = chosen.map((picked): Upload & { picked: PickedImage } => ({
      key: `picked-${made.current++}`,
      preview: picked.preview,
      state: 'sending',
      picked,
    }))
    setItems((before) => [...before, ...uploads])
    await Promise.all(uploads.map(({ key, picked }) => send(key, picked)))
  }

  return {
    items,
    max,
    add: () => void add(),
    retry: ({ key, picked }: Upload) => void (picked && send(key, picked)),
    remove: (key: string) => setItems((before) => before.filter((item) => item.key !== key)),
    /** Ids of what has arrived, in the order shown; the same picture twice is one. */
    ids: [...new Set(items.flatMap(({ image }) => (image ? [image.id] : [])))],
    isSending: items.some(({ state }) => state === 'sending'),
    hasFailed: items.some(({ state }) => state === 'failed'),
  }
}

export type Uploads = ReturnType<typeof useUploads>
