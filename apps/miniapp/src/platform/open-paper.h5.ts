/** Downloads a PDF under the name the server gives it. */
export function openPaper(url: string): Promise<void> {
  const link = document.createElement('a')
  link.href = url
  link.download = ''
  link.click()
  return Promise.resolve()
}
