import sharp from 'sharp'

/** A picture that is like no other with another seed: clouds of grey that survive compression. */
export async function pictureOf(seed: number, { width = 640, height = 480 } = {}): Promise<Buffer> {
  const side = 8
  let state = seed * 2_654_435_761 + 1
  const blocks = Uint8Array.from({ length: side * side }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 24
  })
  const raw = { raw: { width: side, height: side, channels: 1 as const } }
  return sharp(blocks, raw).resize(width, height, { kernel: 'cubic', fit: 'fill' }).toColourspace('srgb').png().toBuffer()
}
