/** What the domain asks of WeChat: whose code this is. Throws a PlatformError. */
export interface CodeToSession {
  codeToSession: (code: string) => Promise<{ openid: string }>
}

/** A lasting code that opens a page of the mini-program. Throws a PlatformError. */
export interface MiniProgramCodes {
  getUnlimitedQrCode: (input: { scene: string; page: string }) => Promise<{ type: string; bytes: Uint8Array }>
}

/** Sends a subscribe message, for which the person gave consent. Throws a PlatformError. */
export interface SubscribeMessages {
  sendSubscribeMessage: (
    openid: string,
    message: { templateId: string; page: string; data: Readonly<Record<string, string>> },
  ) => Promise<void>
}

/** Sends a mini-program notice to a member. Throws a PlatformError. */
export interface WeComNotices {
  sendNotice: (
    userid: string,
    notice: {
      agentId: number
      appId: string
      page: string
      title: string
      description: string
      items: readonly { key: string; value: string }[]
    },
  ) => Promise<void>
}

/** WeCom's web login (企业微信扫码登录): where the browser goes, and whose code it comes back with. Throws a PlatformError. */
export interface WeComWebLogin {
  webLoginUrl: (input: { redirectUri: string; state: string; inClient: boolean }) => string
  webCodeToSession: (code: string) => Promise<{ userid: string }>
}

/** What the domain asks of WeCom. Throws a PlatformError. */
export interface WeComCodeToSession {
  codeToSession: (code: string) => Promise<{ userid: string }>
}
