import * as z from 'zod/mini'

/** The only reader of the environment. Secrets sit apart, so that the rest may be printed. */
export interface Config {
  mode: 'demo' | 'production'
  host: string
  port: number
  /** Where the built h5 app lies; the API serves it on the same port. */
  h5Folder: string | null
  /** Tells several API processes apart in ids, 0 to 1023. */
  node: number
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  databaseConnections: number
  trustProxy: boolean
  wecom: { corpId: string; agentId: number; baseUrl: string } | null
  wechat: { appId: string; baseUrl: string } | null
  accessTokenMinutes: number
  refreshTokenDays: number
  bindCodeHours: number
}

export interface Secrets {
  databaseUrl: string
  wecomSecret: string | null
  wechatSecret: string | null
  /** Signs check-in codes and keys the hashes of binding codes. */
  codeSecret: string
}

const number = (fallback: number, min: number, max: number) =>
  z._default(z.pipe(z.coerce.number(), z.int().check(z.minimum(min), z.maximum(max))), fallback)
const optional = z.optional(z.string().check(z.minLength(1)))

const environment = z.object({
  YIJIAN_MODE: z._default(z.enum(['demo', 'production']), 'production'),
  HOST: z._default(z.string(), '127.0.0.1'),
  PORT: number(8787, 0, 65_535),
  H5_DIR: optional,
  NODE_NUMBER: number(0, 0, 1023),
  LOG_LEVEL: z._default(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
  DATABASE_URL: z.string().check(z.regex(/^(mysql|mariadb):\/\//)),
  DATABASE_CONNECTIONS: number(24, 2, 500),
  TRUST_PROXY: z._default(z.stringbool(), false),
  WECOM_CORP_ID: optional,
  WECOM_AGENT_ID: z.optional(z.pipe(z.coerce.number(), z.int())),
  WECOM_SECRET: optional,
  WECOM_BASE_URL: z._default(z.string(), 'https://qyapi.weixin.qq.com/cgi-bin'),
  WECHAT_APP_ID: optional,
  WECHAT_SECRET: optional,
  WECHAT_BASE_URL: z._default(z.string(), 'https://api.weixin.qq.com'),
  CODE_SECRET: z.optional(z.string().check(z.minLength(32))),
  ACCESS_TOKEN_MINUTES: number(15, 1, 1440),
  REFRESH_TOKEN_DAYS: number(30, 1, 365),
  BIND_CODE_HOURS: number(24, 1, 720),
})

/** A setting that is missing or wrong; `message` is one sentence for the person who starts the process. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

export function readConfig(env: Record<string, string | undefined>): { config: Config; secrets: Secrets } {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`).join(', ')
    throw new ConfigError(`These settings of the environment are missing or wrong: ${wrong}.`)
  }
  const e = parsed.data
  if (e.YIJIAN_MODE === 'production' && e.CODE_SECRET === undefined) {
    throw new ConfigError('CODE_SECRET is missing: give at least 32 random characters, the same for all API processes.')
  }
  return {
    config: {
      mode: e.YIJIAN_MODE,
      host: e.HOST,
      port: e.PORT,
      h5Folder: e.H5_DIR ?? null,
      node: e.NODE_NUMBER,
      logLevel: e.LOG_LEVEL,
      databaseConnections: e.DATABASE_CONNECTIONS,
      trustProxy: e.TRUST_PROXY,
      wecom:
        e.WECOM_CORP_ID === undefined || e.WECOM_AGENT_ID === undefined
          ? null
          : { corpId: e.WECOM_CORP_ID, agentId: e.WECOM_AGENT_ID, baseUrl: e.WECOM_BASE_URL },
      wechat: e.WECHAT_APP_ID === undefined ? null : { appId: e.WECHAT_APP_ID, baseUrl: e.WECHAT_BASE_URL },
      accessTokenMinutes: e.ACCESS_TOKEN_MINUTES,
      refreshTokenDays: e.REFRESH_TOKEN_DAYS,
      bindCodeHours: e.BIND_CODE_HOURS,
    },
    secrets: {
      databaseUrl: e.DATABASE_URL,
      wecomSecret: e.WECOM_SECRET ?? null,
      wechatSecret: e.WECHAT_SECRET ?? null,
      codeSecret: e.CODE_SECRET ?? 'demo mode signs its codes with this well-known text',
    },
  }
}
