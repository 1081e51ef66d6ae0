import { ProblemError } from '@yijian/shared/http/problem'
import type { Wire, WireRequest } from '@yijian/shared/http/client'
import type { Login } from '@yijian/shared/people/shapes'
import { currentSettings } from '@/lib/settings'
import { send } from '@/platform/send'
import { NoAnswer } from '@/platform/send.types'
import type { Answer } from '@/platform/send.types'
import { createKey } from './idempotency'
import { currentLogin } from './login'
import { deviceProblem, isProblemReply } from './problems'
import { refreshLogin } from './refresh-login'

const READ_TIMEOUT_MS = 10_000
const WRITE_TIMEOUT_MS = 20_000

/** Carries the calls of the typed client, with login, language and idempotency key. */
export const wire: Wire = async (request) => {
  const key = request.keyed ? (request.key ?? createKey()) : undefined
  const login = request.signedIn ? currentLogin() : undefined
  const first = await attempt(request, key, login)
  // The server says when a token has ended (a phone's clock may be wrong); the same key makes the repeat harmless.
  const renewed = first.status === 401 && login ? await refreshLogin(login) : undefined
  const answer = renewed ? await attempt(request, key, renewed) : first
  if (answer.status >= 200 && answer.status < 300) return answer.body
  throw isProblemReply(answer.body) ? new ProblemError(answer.body) : deviceProblem('unreadable-reply', answer.status)
}

async function attempt(request: WireRequest, key: string | undefined, login: Login | undefined): Promise<Answer> {
  const headers: Record<string, string> = { 'Accept-Language': currentSettings().language === 'zh' ? 'zh-CN' : 'en' }
  if (request.file) headers['Content-Type'] = request.file.type
  else if (request.body !== undefined) headers['Content-Type'] = 'application/json'
  if (key) headers['Idempotency-Key'] = key
  if (login) headers.Authorization = `Bearer ${login.accessToken}`
  try {
    return await send({
      method: request.method,
      url: `${API_BASE}/api/v1${request.path}${queryOf(request.query)}`,
      headers,
      body: request.file?.bytes ?? (request.body === undefined ? undefined : JSON.stringify(request.body)),
      timeoutMs: request.method === 'GET' ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS,
    })
  } catch (fault) {
    throw fault instanceof NoAnswer ? deviceProblem(fault.kind) : fault
  }
}

function queryOf(query: Record<string, string>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}
