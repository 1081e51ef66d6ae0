import { copyText } from './clipboard'

/** WeChat's reader knows no tables in text: the link goes to the clipboard, for a computer. */
export async function openLink(url: string): Promise<'opened' | 'copied'> {
  await copyText(url)
  return 'copied'
}
