import { useEffect, useRef, useState } from 'react'

const PAUSE_MS = 350

/** Text while it is typed; it counts after a pause or when it is settled at once. */
export function useDraft(value: string, onSettled: (text: string) => void) {
  const [draft, setDraft] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => setDraft(value), [value])
  useEffect(() => () => clearTimeout(timer.current), [])

  const settle = (text: string) => {
    clearTimeout(timer.current)
    setDraft(text)
    if (text !== value) onSettled(text)
  }
  const type = (text: string, isComposing = false) => {
    clearTimeout(timer.current)
    setDraft(text)
    // Pinyin on its way to Chinese is not what one looks for.
    if (!isComposing) timer.current = setTimeout(() => settle(text), PAUSE_MS)
  }
  return { draft, type, settle }
}
