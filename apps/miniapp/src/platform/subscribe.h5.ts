/** A browser has no subscribe messages; WeCom's notices reach people there. */
export function askForMessages(_templateIds: readonly string[]): Promise<string[]> {
  return Promise.resolve([])
}
