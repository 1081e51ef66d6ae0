import { openPaper } from './open-paper'

/** Downloads a file; the browser saves every kind as it saves a paper. */
export async function openLink(url: string): Promise<'opened' | 'copied'> {
  await openPaper(url)
  return 'opened'
}
