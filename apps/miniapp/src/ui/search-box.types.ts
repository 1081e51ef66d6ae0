export interface SearchBoxProps {
  /** The accessible name, and what stands in the empty box. */
  label: string
  clearLabel: string
  /** The words searched for now. */
  value: string
  /** After a pause in typing, on the search key, and when cleared. */
  onSearch: (words: string) => void
}
