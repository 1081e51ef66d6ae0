import { imageTypeOf } from './pick-images.types'
import type { PickedImage } from './pick-images.types'

const SHRINK_FROM_BYTES = 2_500_000
const LONGEST_SIDE_PX = 2000

/** The browser's own file dialog; none when the person turns back. */
export function pickImages(count: number): Promise<PickedImage[]> {
  const input = document.createElement('input')
  Object.assign(input, { type: 'file', accept: 'image/jpeg,image/png,image/webp', multiple: count > 1, hidden: true })
  return new Promise((resolve) => {
    const settle = () => {
      const files = [...(input.files ?? [])].slice(0, count)
      input.remove()
      resolve(files.map((file) => ({ preview: URL.createObjectURL(file), read: () => read(file) })))
    }
    input.addEventListener('change', settle)
    input.addEventListener('cancel', settle)
    // Some web views only open the dialog of an element that is part of the page.
    document.body.append(input)
    input.click()
  })
}

async function read(file: File): Promise<{ type: string; bytes: Uint8Array }> {
  const smaller = file.size > SHRINK_FROM_BYTES ? await shrunk(file).catch(() => file) : file
  const bytes = new Uint8Array(await smaller.arrayBuffer())
  return { type: imageTypeOf(bytes), bytes }
}

async function shrunk(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', 0.85))
}
