/** What the domain asks of WeChat: whose code this is. Throws a PlatformError. */
export interface CodeToSession {
  codeToSession: (code: string) => Promise<{ openid: string }>
}

/** A lasting code that opens a page of the mini-program. Throws a PlatformError. */
export interface MiniProgramCodes {
  getUnlimitedQrCode: (input: { scene: string; page: string }) => Promise<{ type: string; bytes: Uint8Array }>
}

/** What the domain asks of WeCom. Throws a PlatformError. */
export interface WeComCodeToSession {
  codeToSession: (code: string) => Promise<{ userid: string }>
}
