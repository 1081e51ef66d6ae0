import { availableParallelism } from 'node:os'

/**
 * Runs jobs side by side, as many as there are cores, and gives their results in order.
 * @template T
 * @param {Array<() => Promise<T>>} jobs
 * @param {number} [lanes]
 */
export async function sideBySide(jobs, lanes = availableParallelism()) {
  /** @type {T[]} */
  const results = []
  let next = 0
  const lane = async () => {
    for (let at = next++; at < jobs.length; at = next++) {
      const job = jobs[at]
      if (job) results[at] = await job()
    }
  }
  await Promise.all(Array.from({ length: Math.min(lanes, jobs.length) }, lane))
  return results
}
