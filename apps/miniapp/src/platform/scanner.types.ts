export interface ScannerProps {
  /** Called with the text of the code, read or typed. */
  onCode: (code: string) => void
  /** The last code is on its way. */
  busy: boolean
}
