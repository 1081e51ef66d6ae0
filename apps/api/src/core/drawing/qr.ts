import { encode } from 'uqr'

/** A QR code as one path in modules, without its quiet zone: SVG and PDF draw the same. */
export function qrPath(text: string): { modules: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark && row[x - 1] !== true ? [run(row, x, y)] : []))).join('')
  return { modules: size, path }
}

/** Dark modules side by side are one box, so that no hairline runs between them. */
function run(row: readonly boolean[], x: number, y: number): string {
  const width = (row.indexOf(false, x) === -1 ? row.length : row.indexOf(false, x)) - x
  return `M${x} ${y}h${width}v1h-${width}z`
}
