import type { Login } from '@yijian/shared/people/shapes'
import { useCallback, useState } from 'react'
import { api } from '@/api/client'
import { isInWeComBrowser } from '@/platform/browser.h5'
import { takeReturn, keepSecret } from '@/platform/web-login.h5'

/** Goes to WeCom's login page, and takes up the login when the browser comes back. */
export function useWeComWeb(onLogin: (login: Login) => void) {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  const fail = (fault: unknown) => {
    setError(fault)
    setBusy(false)
  }

  const begin = useCallback(() => {
    setBusy(true)
    api.startWeComWebLogin({ body: { inClient: isInWeComBrowser() } }).then(({ url, secret }) => {
      keepSecret(secret)
      window.location.assign(url)
    }, fail)
  }, [])

  const finish = useCallback(() => {
    const back = takeReturn()
    if (back === undefined) return
    setBusy(true)
    api.logInByWeComWeb({ body: back }).then(onLogin, fail)
  }, [onLogin])

  return { begin, finish, isBusy, error }
}
