const began = performance.now()

/** @param {number} since */
export const seconds = (since = began) => ((performance.now() - since) / 1000).toFixed(1)

/** One line of progress: elapsed time, what it is about, what is happening. @param {string} topic @param {string} message */
export function say(topic, message) {
  console.log(`${seconds().padStart(6)} s  ${topic.padEnd(10)} ${message}`)
}

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref())

/**
 * Says that a long piece of work began, that it is still going, and how long it took.
 * @template T
 * @param {string} topic
 * @param {string} doing
 * @param {(note: (line: string) => void) => Promise<T>} work
 */
export async function step(topic, doing, work) {
  const started = performance.now()
  let latest = ''
  let finished = false
  say(topic, `${doing} …`)
  const done = work((line) => void (latest = line.trim().slice(0, 90))).finally(() => (finished = true))
  const quiet = done.catch(() => undefined)
  const beat = async () => {
    for (;;) {
      await Promise.race([quiet, pause(15_000)])
      if (finished) return
      say(topic, `still ${doing}${latest && `: ${latest}`}`)
    }
  }
  void beat()
  const result = await done
  say(topic, `done in ${seconds(started)} s`)
  return result
}
