/** A file the person chooses; undefined when they think better of it. */
export function pickFile(extensions: readonly string[]): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = extensions.map((one) => `.${one}`).join(',')
    input.hidden = true
    // In the document, since some browsers forget an input that is not.
    document.body.append(input)
    const done = (file: File | undefined) => {
      input.remove()
      if (!file) return resolve(undefined)
      void file.arrayBuffer().then((buffer) => resolve({ name: file.name, bytes: new Uint8Array(buffer) }))
    }
    input.addEventListener('change', () => done(input.files?.[0]))
    input.addEventListener('cancel', () => done(undefined))
    input.click()
  })
}
