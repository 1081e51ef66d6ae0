import { ProblemError } from '@yijian/shared/http/problem'
import type { Login } from '@yijian/shared/people/shapes'
import { send } from '@/platform/send'
import { NoAnswer } from '@/platform/send.types'
import { currentLogin, forgetLogin, keepLogin } from './login'
import { deviceProblem, isProblemReply } from './problems'

let underWay: Promise<Login | undefined> | undefined

/**
 * Exchanges the refresh token, once for all calls that wait: it changes at each use, and using one twice
 * would end the login. Undefined when the login has ended; the pages then show the way to log in.
 */
export function refreshLogin(stale: Login): Promise<Login | undefined> {
  const present = currentLogin()
  // Somebody else was faster: the token this caller used is no longer the present one.
  if (present && present.accessToken !== stale.accessToken) return Promise.resolve(present)
  if (!present) return Promise.resolve(undefined)
  underWay ??= exchange(present.refreshToken).finally(() => {
    underWay = undefined
  })
  return underWay
}

async function exchange(refreshToken: string): Promise<Login | undefined> {
  const { status, body } = await post(refreshToken)
  if (status === 201) {
    // The route's own reply shape, which the server checks before it answers.
    const login = body as Login
    keepLogin(login)
    return login
  }
  if (status === 401 || status === 403) {
    forgetLogin()
    return undefined
  }
  throw isProblemReply(body) ? new ProblemError(body) : deviceProblem('unreadable-reply', status)
}

async function post(refreshToken: string) {
  try {
    return await send({
      method: 'POST',
      url: `${API_BASE}/api/v1/logins/refresh`,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ refreshToken }),
      timeoutMs: 10_000,
    })
  } catch (fault) {
    throw fault instanceof NoAnswer ? deviceProblem(fault.kind) : fault
  }
}
