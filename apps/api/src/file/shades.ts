import sharp from 'sharp'

const SIDE = 32
/** Each shade is the mean of so many pixels a side, so that it stands still however large the picture was. */
const PIXELS = 8
/** A shade that moved by no more has seen another compression, or another size. */
const NOISE = 4
/** Of 1,024; receipts of one platform differ in seven and more, copies of one picture in two at most. */
const MOST_MOVED = 3

/** The picture as 32 × 32 shades of grey: enough to tell two receipts of one platform apart by what is written on them. */
export async function shadesOf(jpeg: Buffer): Promise<Buffer> {
  const width = SIDE * PIXELS
  // Without the short cut at decoding, which moves a picture by a pixel and with it the letters into other shades.
  const resized = sharp(jpeg).greyscale().resize(width, width, { fit: 'fill', kernel: 'cubic', fastShrinkOnLoad: false })
  const sums = new Uint32Array(SIDE * SIDE)
  for (const [at, grey] of (await resized.raw().toBuffer()).entries()) {
    const [x, y] = [at % width, Math.floor(at / width)]
    const cell = Math.floor(y / PIXELS) * SIDE + Math.floor(x / PIXELS)
    sums[cell] = (sums[cell] ?? 0) + grey
  }
  return Buffer.from(sums.map((sum) => Math.round(sum / PIXELS ** 2)))
}

/** Whether both are one picture, perhaps compressed or sized anew; another one is told by its first rows. */
export function areAlike(one: Buffer, other: Buffer): boolean {
  let moved = 0
  for (let at = 0; at < SIDE * SIDE && moved <= MOST_MOVED; at++) {
    if (Math.abs((one[at] ?? 0) - (other[at] ?? 0)) > NOISE) moved += 1
  }
  return moved <= MOST_MOVED
}
