/** Downloads a picture; a browser has no album. */
export function savePicture(base64: string, name: string): Promise<boolean> {
  const link = document.createElement('a')
  link.href = `data:image/png;base64,${base64}`
  link.download = name
  link.click()
  return Promise.resolve(true)
}
