/** WeChat fetches what a page needs by itself. */
export function withPageFiles(_path: string, open: () => void): void {
  open()
}
