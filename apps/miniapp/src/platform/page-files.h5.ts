import { currentSettings } from '@/lib/settings'
import { platformText } from './text'
import { toast } from './toast'

/** What Taro's router keeps of a page. */
interface LazyPage {
  path: string
  load: () => readonly [Promise<unknown>, ...unknown[]]
}

declare global {
  interface Window {
    __taroAppConfig?: { routes?: readonly LazyPage[] }
  }
}

let coming: string | undefined

/**
 * Moves on only once the files of the page are here: the router changes the address first, so without network a tap
 * would do nothing that can be seen and leave the address of another page behind.
 */
export function withPageFiles(path: string, open: () => void): void {
  const page = window.__taroAppConfig?.routes?.find((one) => one.path === path)
  if (!page) return open()
  if (coming === path) return
  coming = path
  const settle = () => {
    if (coming === path) coming = undefined
  }
  void page.load()[0].then(
    () => (settle(), open()),
    () => (settle(), void afterLoss(open)),
  )
}

/** After a release the files have other names, and the document must be read anew; without network one can only say so. */
async function afterLoss(open: () => void): Promise<void> {
  const answers = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (!answers) return toast(platformText[currentSettings().language].pageOffline)
  open()
  location.reload()
}
