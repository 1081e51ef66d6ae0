import { noticeKinds } from '@yijian/shared/notify/rules'
import * as z from 'zod/mini'

/** Subscribe-message templates by kind of message: the id, and what of the message goes into each of its fields. */
export type MessageTemplates = z.infer<typeof messageTemplates>
const messageTemplates = z.partialRecord(
  z.enum(noticeKinds),
  z.object({
    id: z.string().check(z.minLength(1)),
    fields: z.record(z.string(), z.enum(['title', 'time', 'place', 'headline', 'sentence', 'amount'])),
  }),
)

/** The only reader of the environment. Secrets sit apart, so that the rest may be printed. */
export interface Config {
  mode: 'demo' | 'production'
  host: string
  port: number
  /** Where people open the h5 app: posters and certificates carry it in their codes. */
  publicUrl: string
  /** Where the built h5 app lies; the API serves it on the same port. */
  h5Folder: string | null
  /** Tells several API processes apart in ids, 0 to 1023. */
  node: number
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  databaseConnections: number
  trustProxy: boolean
  wecom: { corpId: string; agentId: number; baseUrl: string } | null
  /** Where browsers log in by WeCom: on a desktop, and inside WeCom. */
  weComPages: { loginUrl: string; openUrl: string }
  wechat: { appId: string; baseUrl: string; templates: MessageTemplates } | null
  accessTokenMinutes: number
  refreshTokenDays: number
  bindCodeHours: number
  storage:
    | { kind: 'disk'; folder: string }
    | { kind: 's3'; endpoint: string; region: string; bucket: string; addressing: 'path' | 'virtual' }
}

export interface Secrets {
  databaseUrl: string
  wecomSecret: string | null
  wechatSecret: string | null
  s3: { accessKeyId: string; secretAccessKey: string } | null
  /** Signs check-in codes and links to files, and keys the hashes of binding codes. */
  codeSecret: string
}

const number = (fallback: number, min: number, max: number) =>
  z._default(z.pipe(z.coerce.number(), z.int().check(z.minimum(min), z.maximum(max))), fallback)
const optional = z.optional(z.string().check(z.minLength(1)))

const environment = z.object({
  YIJIAN_MODE: z._default(z.enum(['demo', 'production']), 'production'),
  HOST: z._default(z.string(), '127.0.0.1'),
  PORT: number(8787, 0, 65_535),
  PUBLIC_URL: z.optional(z.string().check(z.regex(/^https?:\/\/[^/]+$/))),
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
  /** Where browsers log in; another for a stand-in. */
  WECOM_LOGIN_URL: z._default(z.string(), 'https://login.work.weixin.qq.com'),
  WECOM_OPEN_URL: z._default(z.string(), 'https://open.weixin.qq.com'),
  WECHAT_APP_ID: optional,
  WECHAT_SECRET: optional,
  WECHAT_TEMPLATES: z._default(z.pipe(z.string(), z.pipe(z.transform(readJson), messageTemplates)), {}),
  WECHAT_BASE_URL: z._default(z.string(), 'https://api.weixin.qq.com'),
  CODE_SECRET: z.optional(z.string().check(z.minLength(32))),
  ACCESS_TOKEN_MINUTES: number(15, 1, 1440),
  REFRESH_TOKEN_DAYS: number(30, 1, 365),
  BIND_CODE_HOURS: number(24, 1, 720),
  STORAGE_DIR: optional,
  S3_ENDPOINT: z.optional(z.string().check(z.regex(/^https?:\/\/[^/]+$/))),
  S3_REGION: z._default(z.string(), 'us-east-1'),
  S3_BUCKET: optional,
  S3_ADDRESSING: z._default(z.enum(['path', 'virtual']), 'path'),
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
})

/** A setting that is itself JSON; what is none is refused by the shape that follows. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

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
  if (e.YIJIAN_MODE === 'production' && e.PUBLIC_URL === undefined) {
    throw new ConfigError('PUBLIC_URL is missing: say at which address people open the h5 app, like https://yijian.example.com.')
  }
  const storage = storageOf(e)
  return {
    config: {
      mode: e.YIJIAN_MODE,
      host: e.HOST,
      port: e.PORT,
      publicUrl: e.PUBLIC_URL ?? `http://${e.HOST}:${e.PORT}`,
      h5Folder: e.H5_DIR ?? null,
      node: e.NODE_NUMBER,
      logLevel: e.LOG_LEVEL,
      databaseConnections: e.DATABASE_CONNECTIONS,
      trustProxy: e.TRUST_PROXY,
      wecom:
        e.WECOM_CORP_ID === undefined || e.WECOM_AGENT_ID === undefined
          ? null
          : {
              corpId: e.WECOM_CORP_ID,
              agentId: e.WECOM_AGENT_ID,
              baseUrl: e.WECOM_BASE_URL,
            },
      weComPages: { loginUrl: e.WECOM_LOGIN_URL, openUrl: e.WECOM_OPEN_URL },
      wechat: e.WECHAT_APP_ID === undefined ? null : { appId: e.WECHAT_APP_ID, baseUrl: e.WECHAT_BASE_URL, templates: e.WECHAT_TEMPLATES },
      accessTokenMinutes: e.ACCESS_TOKEN_MINUTES,
      refreshTokenDays: e.REFRESH_TOKEN_DAYS,
      bindCodeHours: e.BIND_CODE_HOURS,
      storage,
    },
    secrets: {
      databaseUrl: e.DATABASE_URL,
      wecomSecret: e.WECOM_SECRET ?? null,
      wechatSecret: e.WECHAT_SECRET ?? null,
      s3:
        e.S3_ACCESS_KEY_ID === undefined || e.S3_SECRET_ACCESS_KEY === undefined
          ? null
          : { accessKeyId: e.S3_ACCESS_KEY_ID, secretAccessKey: e.S3_SECRET_ACCESS_KEY },
      codeSecret: e.CODE_SECRET ?? 'demo mode signs its codes with this well-known text',
    },
  }
}

/** A service when its endpoint is given, else a folder; several processes of production must share one or the other. */
function storageOf(e: z.output<typeof environment>): Config['storage'] {
  if (e.S3_ENDPOINT !== undefined) {
    if (e.S3_BUCKET === undefined || e.S3_ACCESS_KEY_ID === undefined || e.S3_SECRET_ACCESS_KEY === undefined) {
      throw new ConfigError('S3_ENDPOINT needs S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY beside it.')
    }
    return { kind: 's3', endpoint: e.S3_ENDPOINT, region: e.S3_REGION, bucket: e.S3_BUCKET, addressing: e.S3_ADDRESSING }
  }
  if (e.STORAGE_DIR !== undefined) return { kind: 'disk', folder: e.STORAGE_DIR }
  if (e.YIJIAN_MODE === 'demo') return { kind: 'disk', folder: '.data/files' }
  throw new ConfigError('STORAGE_DIR or S3_ENDPOINT is missing: say where pictures and files are kept, the same for all API processes.')
}
