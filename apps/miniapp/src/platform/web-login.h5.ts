const KEY = 'web-login-secret'

/** Kept in this tab alone: whoever is sent a link with another's code has no secret for it. */
export function keepSecret(secret: string): void {
  window.sessionStorage.setItem(KEY, secret)
}

/** WeCom comes back to the root with `code` and `state`, before the part that names a page. */
function returned(): { code: string; state: string } | undefined {
  const query = new URLSearchParams(window.location.search)
  const [code, state] = [query.get('code'), query.get('state')]
  return code && state ? { code, state } : undefined
}

/** Opens the login page in place of the first screen when the browser comes back; to be called before the router starts. */
export function catchReturn(): void {
  if (returned()) window.location.hash = '#/pages/login/index'
}

/** What WeCom sent, once: the address forgets it, so that a reload or a bookmark does not try it again. */
export function takeReturn(): { code: string; state: string; secret: string } | undefined {
  const back = returned()
  if (back === undefined) return undefined
  const secret = window.sessionStorage.getItem(KEY) ?? ''
  window.sessionStorage.removeItem(KEY)
  window.history.replaceState(null, '', `${window.location.pathname}${window.location.hash}`)
  // A login that was not begun here is refused by the server, with words for it.
  return { ...back, secret: secret || 'none' }
}
