// Plain JavaScript, so that a thread runs it as it stands: in development, in tests and beside the bundle.
import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/node'

/** Cells come as text, number, boolean or a date at midnight UTC; the types of the package say otherwise. @param {unknown} value */
function cellText(value) {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'object' && value !== null && 'toISOString' in value) {
    return /** @type {{ toISOString: () => string }} */ (value).toISOString().slice(0, 10)
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

const rows = await readSheet(Buffer.from(workerData))
parentPort?.postMessage(rows.map((cells) => cells.map(cellText)))
