/** A tab of its own zooms better than any overlay of ours. */
export function viewImages(_urls: readonly string[], current: string): void {
  window.open(current, '_blank', 'noopener')
}
