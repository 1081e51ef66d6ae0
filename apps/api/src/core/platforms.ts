/** What the domain asks of WeChat: whose code this is. Throws a PlatformError. */
export interface CodeToSession {
  codeToSession: (code: string) => Promise<{ openid: string }>
}

/** What the domain asks of WeCom. Throws a PlatformError. */
export interface WeComCodeToSession {
  codeToSession: (code: string) => Promise<{ userid: string }>
}
