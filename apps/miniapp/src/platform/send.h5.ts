import { NoAnswer } from './send.types'
import type { Answer, Outgoing } from './send.types'

export async function send({ method, url, headers, body, timeoutMs }: Outgoing): Promise<Answer> {
  const control = new AbortController()
  const timer = setTimeout(() => control.abort(), timeoutMs)
  try {
    const reply = await fetch(url, { method, headers, body: body as BodyInit | undefined, signal: control.signal })
    const parsed: unknown = await reply.json().catch(() => undefined)
    return { status: reply.status, body: parsed }
  } catch {
    throw new NoAnswer(control.signal.aborted ? 'timeout' : 'offline')
  } finally {
    clearTimeout(timer)
  }
}
