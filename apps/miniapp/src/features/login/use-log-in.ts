import { ProblemError } from '@yijian/shared/http/problem'
import type { Login } from '@yijian/shared/people/shapes'
import { useMutation } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keepLogin } from '@/api/login'
import { getLoginCode } from '@/platform/login-code'

type Way = { by: 'platform'; bindCode?: string } | { by: 'persona'; personaId: string }

/** Logs in by the platform's code or, in demo mode, as a made-up person. */
export function useLogIn(onDone: (login: Login) => void) {
  const mutation = useMutation({
    mutationFn: (way: Way) =>
      way.by === 'persona' ? api.logInAsPersona({ body: { personaId: way.personaId } }) : logInByPlatform(way.bindCode),
    onSuccess: (login) => {
      keepLogin(login)
      onDone(login)
    },
  })
  const code = mutation.error instanceof ProblemError ? mutation.error.code : undefined
  return {
    start: mutation.mutate,
    isBusy: mutation.isPending,
    error: mutation.error,
    /** This WeChat account is new here: the one-time code is needed. */
    needsBinding: code === 'wechat-not-bound' || code === 'bind-code-invalid',
    isCodeWrong: code === 'bind-code-invalid',
  }
}

async function logInByPlatform(bindCode: string | undefined): Promise<Login> {
  const given = await getLoginCode()
  if (!given) throw new Error('this device has no platform to log in with')
  if (given.via === 'wecom') return api.logInByWeCom({ body: { code: given.code } })
  return api.logInByWeChat({ body: { code: given.code, bindCode } })
}
