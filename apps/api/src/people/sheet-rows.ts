import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** Sheets are unpacked beside the requests: no more at once than leave a core to them. */
const AT_ONCE = Math.max(1, availableParallelism() - 1)
/** A sheet of fifty thousand people takes a few seconds; one that does not end is no sheet. */
const TIMEOUT_MS = 60_000
/** A small archive may unpack to very much. */
const MEMORY_MB = 512

/** The bundle lies one folder above its worker, the source beside it. */
const workerUrl = new URL(import.meta.url.endsWith('.ts') ? './read-sheet-worker.mjs' : './people/read-sheet-worker.mjs', import.meta.url)

let running = 0
const queue: (() => void)[] = []

/** The cells of a workbook's first sheet as text, read on a thread of its own so that requests go on meanwhile. */
export async function sheetRows(bytes: Uint8Array): Promise<string[][]> {
  if (running >= AT_ONCE) await new Promise<void>((next) => queue.push(next))
  running += 1
  try {
    return await readOnThread(bytes)
  } finally {
    running -= 1
    queue.shift()?.()
  }
}

function readOnThread(bytes: Uint8Array): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl, {
      workerData: bytes,
      // Loaders of the main thread are not for this one.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const timer = setTimeout(() => end(() => reject(new Error('the sheet took too long'))), TIMEOUT_MS)
    const end = (settle: () => void) => {
      clearTimeout(timer)
      settle()
      void worker.terminate()
    }
    worker.once('message', (rows: string[][]) => end(() => resolve(rows)))
    worker.once('error', (error) => end(() => reject(error)))
  })
}
