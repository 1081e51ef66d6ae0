import { useDidShow } from '@tarojs/taro'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Empty } from './Empty'
import { uiText } from './text'

let hasAsked = false

/** Stands in place of a page that needs a login; leads to it once by itself, later by a tap. */
export function LoginGate() {
  const t = useText(uiText)
  useDidShow(() => {
    if (hasAsked) return
    hasAsked = true
    go(routes.login)
  })
  return <Empty icon="brand" title={t.logInTitle} detail={t.logInDetail} action={{ words: t.logIn, onTap: () => go(routes.login) }} />
}
