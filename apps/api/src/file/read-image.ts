import { createHash } from 'node:crypto'
// sharp: the well-kept image library of the Node world; its binary comes inside npm packages.
import sharp from 'sharp'
import { Problem, refuse } from '../core/problems.ts'
import { shadesOf } from './shades.ts'

export interface ReadImage {
  bytes: Buffer
  sha256: string
  fingerprint: string
  shades: Buffer
  widthPx: number
  heightPx: number
}

const LONGEST_SIDE_PX = 2000
const LIMIT_MEGAPIXELS = 50
const JPEG_QUALITY = 82
/** A step in brightness below this is noise of compression. */
const FINGERPRINT_STEP = 3
const FINGERPRINT_SIDE = 16

// Of all the formats the library knows, strangers may hand in three.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
sharp.cache(false)

/**
 * Makes a picture anew: upright, at most 2000 px, without place, camera and time, so that what is stored is ours.
 *
 * @throws Problem `not-an-image`, `image-too-large`
 */
export async function readImage(bytes: Uint8Array): Promise<ReadImage> {
  try {
    return await remake(bytes)
  } catch (error) {
    if (error instanceof Problem) throw error
    throw refuse('not-an-image', { accepted: 'JPEG, PNG, WebP' })
  }
}

async function remake(bytes: Uint8Array): Promise<ReadImage> {
  // The size is read from the header and checked by us: the library then decodes nothing larger.
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
  if (width * height > LIMIT_MEGAPIXELS * 1_000_000) {
    throw refuse('image-too-large', { widthPx: width, heightPx: height, limitMegapixels: LIMIT_MEGAPIXELS })
  }
  const { data, info } = await sharp(bytes, { limitInputPixels: LIMIT_MEGAPIXELS * 1_000_000, failOn: 'truncated', pages: 1 })
    .autoOrient()
    .resize({ width: LONGEST_SIDE_PX, height: LONGEST_SIDE_PX, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4' })
    .timeout({ seconds: 20 })
    .toBuffer({ resolveWithObject: true })
  return {
    bytes: data,
    sha256: createHash('sha256').update(data).digest('hex'),
    fingerprint: await fingerprintOf(data),
    shades: await shadesOf(data),
    widthPx: info.width,
    heightPx: info.height,
  }
}

/** A difference hash: for each of 16 × 16 cells whether it is clearly brighter than its right neighbour. */
async function fingerprintOf(jpeg: Buffer): Promise<string> {
  const columns = FINGERPRINT_SIDE + 1
  const grey = await sharp(jpeg).greyscale().resize(columns, FINGERPRINT_SIDE, { fit: 'fill' }).raw().toBuffer()
  let bits = ''
  for (let row = 0; row < FINGERPRINT_SIDE; row++) {
    for (let column = 0; column < FINGERPRINT_SIDE; column++) {
      const at = row * columns + column
      bits += (grey[at] ?? 0) - (grey[at + 1] ?? 0) > FINGERPRINT_STEP ? '1' : '0'
    }
  }
  return (bits.match(/.{4}/g) ?? []).map((nibble) => Number.parseInt(nibble, 2).toString(16)).join('')
}
