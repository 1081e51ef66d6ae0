export type Platform = 'wechat' | 'wecom'

/** What a failure means to us; decided by number, because the platforms change their messages freely. */
export type PlatformErrorKind =
  /** The platform asks to come back in a moment; we did, and it still was. */
  | 'busy'
  /** A quota is used up; asking again at once makes it worse. */
  | 'rate-limited'
  /** The login code is wrong or older than five minutes. */
  | 'code-invalid'
  /** The login code was exchanged before. */
  | 'code-used'
  /** The platform holds this person for a high risk and refuses the login. */
  | 'blocked'
  /** App id, secret, permission or address of the platform are wrong on our side. */
  | 'not-configured'
  /** Our address is not on the platform's list of allowed callers. */
  | 'ip-not-allowed'
  /** The access token was refused, and so was its replacement. */
  | 'token-rejected'
  /** The person logged in as a member of another company. */
  | 'foreign-corp'
  /** The person is in no company, or outside the range the app may see. */
  | 'not-a-member'
  /** No member has this user id. */
  | 'unknown-member'
  /** The page of a mini-program code is not in the released version. */
  | 'page-not-released'
  /** The person does not want this message, or their consent is used up. */
  | 'not-wanted'
  /** The platform finds our request wrong: a fault in this code. */
  | 'bad-request'
  /** Not reached, no answer in time, or an answer that is none. */
  | 'unavailable'
  /** A number we do not know. */
  | 'unexpected'

/** Which numbers of a platform mean what. */
export type ErrcodeTable = Readonly<Partial<Record<PlatformErrorKind, readonly number[]>>>

export interface PlatformFailure {
  platform: Platform
  /** The path that was called. */
  operation: string
  kind: PlatformErrorKind
  errcode?: number
  /** For failures without a number: `timeout`, `malformed`, `http-502`, `ECONNREFUSED`. */
  reason?: string
}

/** A failed call; safe to log: it holds no address, code, token, secret or message of the platform. */
export class PlatformError extends Error {
  readonly platform: Platform
  readonly operation: string
  readonly kind: PlatformErrorKind
  readonly errcode: number | undefined
  readonly reason: string | undefined

  constructor({ platform, operation, kind, errcode, reason }: PlatformFailure) {
    super([`${platform} ${operation}: ${kind}`, errcode, reason].filter((part) => part !== undefined).join(', '))
    this.name = 'PlatformError'
    this.platform = platform
    this.operation = operation
    this.kind = kind
    this.errcode = errcode
    this.reason = reason
  }
}

export function kindOf(table: ErrcodeTable, errcode: number): PlatformErrorKind {
  const kinds = Object.keys(table) as PlatformErrorKind[]
  return kinds.find((kind) => table[kind]?.includes(errcode)) ?? 'unexpected'
}
