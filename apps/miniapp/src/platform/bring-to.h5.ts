/** Scrolls to a part that has just come about and puts the focus there, so that it is read out as well. */
export function bringTo(id: string): void {
  const part = document.getElementById(id)
  part?.focus({ preventScroll: true })
  part?.scrollIntoView({ block: 'center' })
}
