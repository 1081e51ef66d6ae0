const began = performance.now()

/** @param {number} since */
export const seconds = (since = began) => ((performance.now() - since) / 1000).toFixed(1)

/** One line of progress: elapsed time, what it is about, what is happening. @param {string} topic @param {string} message */
export function say(topic, message) {
  console.log(`${seconds().padStart(6)} s  ${topic.padEnd(10)} ${message}`)
}

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
  say(topic, `${doing} …`)
  const beat = setInterval(() => say(topic, `still ${doing}${latest && `: ${latest}`}`), 15_000)
  try {
    const result = await work((line) => void (latest = line.trim().slice(0, 90)))
    say(topic, `done in ${seconds(started)} s`)
    return result
  } finally {
    clearInterval(beat)
  }
}
