import { encode } from 'uqr'

/** Modules of white around the code; readers need four. */
const QUIET = 4

export interface QrPicture {
  /** Modules along one side, the quiet zone included. */
  side: number
  uri: string
}

/** Draws a text as one black path on white; one unit is one module, so that scaling by whole pixels stays crisp. */
export function drawQr(text: string): QrPicture {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const path = data.flatMap((row, y) => runsOf(row).map(([x, width]) => `M${x + QUIET} ${y + QUIET}h${width}v1h-${width}z`)).join('')
  const side = size + 2 * QUIET
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`
  return { side, uri: `data:image/svg+xml,${encodeURIComponent(svg)}` }
}

/** Runs of dark modules in a row, as start and length. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    const last = runs[runs.length - 1]
    if (!dark) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  })
  return runs
}
