/** Works through a list in its order with several hands; the first failure ends all. */
export async function inLanes<L, T>(lanes: readonly L[], tasks: readonly T[], work: (lane: L, task: T) => Promise<void>): Promise<void> {
  let next = 0
  let failed = false
  await Promise.all(
    lanes.map(async (lane) => {
      while (next < tasks.length && !failed) {
        const task = tasks[next++] as T
        try {
          await work(lane, task)
        } catch (error) {
          failed = true
          throw error
        }
      }
    }),
  )
}
