import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Noto Sans for simplified Chinese, under the OFL; it comes with the packages, so no machine needs a font of its own. */
const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts')

/** As the files name themselves. */
export const fontFamily = 'Noto Sans S Chinese'

export const fontFiles = {
  regular: join(folder, 'NotoSansHans-Regular.otf'),
  bold: join(folder, 'NotoSansHans-Bold.otf'),
}

const read = new Map<string, Buffer>()

/** The bytes of a font, read once a process. */
export function fontBytes(weight: keyof typeof fontFiles): Buffer {
  const path = fontFiles[weight]
  const bytes = read.get(path) ?? readFileSync(path)
  read.set(path, bytes)
  return bytes
}
