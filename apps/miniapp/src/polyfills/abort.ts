// WeChat has no AbortController; without one react-query never settles a query.
type Listener = (event: { type: 'abort' }) => void

export class AbortSignal {
  aborted = false
  reason: unknown
  onabort: Listener | null = null
  private readonly listeners = new Set<Listener>()

  addEventListener(_type: 'abort', listener: Listener) {
    this.listeners.add(listener)
  }

  removeEventListener(_type: 'abort', listener: Listener) {
    this.listeners.delete(listener)
  }

  throwIfAborted() {
    if (this.aborted) throw this.reason
  }

  /** Called by the controller alone. */
  fire(reason: unknown) {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason ?? Object.assign(new Error('aborted'), { name: 'AbortError' })
    const event = { type: 'abort' } as const
    this.onabort?.(event)
    this.listeners.forEach((listener) => listener(event))
  }
}

export class AbortController {
  readonly signal = new AbortSignal()

  abort(reason?: unknown) {
    this.signal.fire(reason)
  }
}
