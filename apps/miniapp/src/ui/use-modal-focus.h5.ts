import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

const FOCUSABLE = 'button, [href], input, select, textarea, [tabindex="0"]'

/** Keeps the keyboard inside an open dialog, closes it with Escape and returns to where one was. */
export function useModalFocus(isOpen: boolean, onClose: () => void): RefObject<HTMLDivElement> {
  const box = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose

  useEffect(() => {
    const dialog = box.current
    if (!isOpen || !dialog) return
    const before = document.activeElement
    dialog.focus()
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current()
      if (event.key === 'Tab') keepInside(event, dialog)
    }
    dialog.addEventListener('keydown', onKey)
    return () => {
      dialog.removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [isOpen])

  return box
}

function keepInside(event: KeyboardEvent, dialog: HTMLElement) {
  const inside = [...dialog.querySelectorAll<HTMLElement>(FOCUSABLE)]
  const first = inside[0]
  const last = inside[inside.length - 1]
  if (!first || !last) return event.preventDefault()
  const active = document.activeElement
  if (event.shiftKey && (active === first || active === dialog)) {
    event.preventDefault()
    last.focus()
  } else if (!event.shiftKey && active === last) {
    event.preventDefault()
    first.focus()
  }
}
