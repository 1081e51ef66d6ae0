export function vibrate(outcome: 'success' | 'failure'): void {
  navigator.vibrate?.(outcome === 'success' ? 30 : [120, 60, 120])
}
