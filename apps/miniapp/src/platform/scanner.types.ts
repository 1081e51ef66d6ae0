/** Said where the code is not one of the host's screen. */
export interface ScannerWords {
  label: string
  hint: string
  missing: string
  noCamera: string
}

export interface ScannerProps {
  /** Called with the text of the code, read or typed. */
  onCode: (code: string) => void
  /** The last code is on its way. */
  busy: boolean
  words?: ScannerWords
}
