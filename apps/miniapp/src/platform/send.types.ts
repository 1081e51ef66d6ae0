export interface Outgoing {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers: Record<string, string>
  /** JSON text or the bytes of a file. */
  body: string | Uint8Array | undefined
  timeoutMs: number
}

export interface Answer {
  status: number
  /** Parsed JSON; anything else is undefined. */
  body: unknown
}

/** No answer came back: after `timeout` the server may have acted, after `offline` it has not been reached. */
export class NoAnswer extends Error {
  readonly kind: 'offline' | 'timeout'

  constructor(kind: 'offline' | 'timeout') {
    super(kind)
    this.name = 'NoAnswer'
    this.kind = kind
  }
}
