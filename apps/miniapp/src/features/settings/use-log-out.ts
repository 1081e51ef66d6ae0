import { useMutation } from '@tanstack/react-query'
import { api } from '@/api/client'
import { forgetLogin } from '@/api/login'
import { problemWords } from '@/api/problems'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { toast } from '@/platform/toast'
import { settingsText } from './text'

/** Ends the login on the server first: a log-out that only this device knows of would protect nobody. */
export function useLogOut(onDone: () => void) {
  const t = useText(settingsText)
  const { language } = useSettings()
  const mutation = useMutation({
    mutationFn: (everywhere: boolean) => (everywhere ? api.logOutEverywhere() : api.logOut()),
    onSuccess: () => {
      forgetLogin()
      toast(t.loggedOut)
      onDone()
    },
    onError: (error) => {
      const { title, next } = problemWords(error, language)
      toast(`${title}，${next}`)
    },
  })
  return { start: (everywhere: boolean) => mutation.mutate(everywhere), isBusy: mutation.isPending }
}
