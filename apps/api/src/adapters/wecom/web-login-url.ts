export interface WebLoginOptions {
  corpId: string
  agentId: number
  /** `https://login.work.weixin.qq.com`: a browser on a desktop, where a code is scanned. */
  loginUrl: string
  /** `https://open.weixin.qq.com`: WeCom's own browser, which knows its person. */
  openUrl: string
}

interface WebLogin {
  /** On a host that WeCom trusts for this app, else it answers 50001. */
  redirectUri: string
  /** At most 128 letters and digits; comes back as it went. */
  state: string
  inClient: boolean
}

/** Where a browser goes so that WeCom says who sits before it. */
export function webLoginUrl({ corpId, agentId, loginUrl, openUrl }: WebLoginOptions, { redirectUri, state, inClient }: WebLogin): string {
  const common = { appid: corpId, redirect_uri: redirectUri, state, agentid: String(agentId) }
  if (!inClient) return `${loginUrl}/wwlogin/sso/login?${String(new URLSearchParams({ login_type: 'CorpApp', ...common, lang: 'zh' }))}`
  const query = new URLSearchParams({ ...common, response_type: 'code', scope: 'snsapi_base' })
  // Without this ending the page of the platform refuses to begin.
  return `${openUrl}/connect/oauth2/authorize?${String(query)}#wechat_redirect`
}
