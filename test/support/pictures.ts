import { deflateSync } from 'node:zlib'

const CELLS = 8

/** A PNG that is like no other with another seed: soft clouds of grey, which survive compression. */
export async function pictureOf(seed: number, { width = 640, height = 480 } = {}): Promise<Buffer> {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  const heights = Array.from({ length: (CELLS + 1) ** 2 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 24
  })
  const cloud = (x: number, y: number): number => {
    const [column, row] = [Math.floor(x), Math.floor(y)]
    const at = (dx: number, dy: number) => heights[(row + dy) * (CELLS + 1) + column + dx] ?? 0
    const [fx, fy] = [soft(x - column), soft(y - row)]
    return (at(0, 0) * (1 - fx) + at(1, 0) * fx) * (1 - fy) + (at(0, 1) * (1 - fx) + at(1, 1) * fx) * fy
  }
  return pngOf(width, height, (x, y) => cloud((x / width) * CELLS, (y / height) * CELLS))
}

const soft = (t: number) => t * t * (3 - 2 * t)

function pngOf(width: number, height: number, greyAt: (x: number, y: number) => number): Buffer {
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + x + 1] = Math.round(greyAt(x, y))
  }
  return greyPng(width, height, rows)
}

/** A grey PNG of these rows, each behind a byte for its filter; the header may promise more than there is. */
export function greyPng(width: number, height: number, rows: Uint8Array): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** As PNG wants it; Node has one of its own from 22 on. */
function crc32(bytes: Uint8Array): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xed_b8_83_20 : 0)
  }
  return ~sum >>> 0
}
