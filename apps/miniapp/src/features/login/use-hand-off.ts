import type { HandOff } from '@yijian/shared/people/hand-off'
import { ProblemError } from '@yijian/shared/http/problem'
import type { Login } from '@yijian/shared/people/shapes'
import { useCallback, useEffect, useState } from 'react'
import { api } from '@/api/client'

/** Often enough to feel at once, seldom enough for many computers behind one address. */
const ASK_EVERY_MS = 2000

type State = 'starting' | 'waiting' | 'ended' | 'cancelled'

/** Asks for a login that a phone confirms, and asks again when told to. */
export function useHandOff(browser: string, onLogin: (login: Login) => void) {
  const [handOff, setHandOff] = useState<HandOff>()
  const [state, setState] = useState<State>('starting')
  const [error, setError] = useState<unknown>()

  const start = useCallback(() => {
    setState('starting')
    setError(undefined)
    api.startHandOff({ body: { browser } }).then((asked) => {
      setHandOff(asked)
      setState('waiting')
    }, setError)
  }, [browser])
  useEffect(start, [start])

  useEffect(() => {
    if (state !== 'waiting' || handOff === undefined) return undefined
    const { secret } = handOff
    let stopped = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      try {
        const poll = await api.pollHandOff({ body: { secret } })
        if (stopped) return
        if (poll.login) return onLogin(poll.login)
        if (poll.state === 'cancelled') return setState('cancelled')
      } catch (fault) {
        if (stopped) return
        // A poll that got no answer is asked again; what the server refuses has ended.
        if (fault instanceof ProblemError && fault.reply.status >= 400 && fault.reply.status < 500 && fault.reply.status !== 429)
          return setState('ended')
      }
      timer = setTimeout(() => void ask(), ASK_EVERY_MS)
    }
    timer = setTimeout(() => void ask(), ASK_EVERY_MS)
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [state, handOff, onLogin])

  return { handOff, state, error, start }
}
