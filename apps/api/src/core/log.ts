import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

/** JSON lines on stdout; request ids, no names, no tokens. */
export function createConsoleLog(level: Config['logLevel']): Logger {
  return pino({ level, base: null, redact: ['*.password', '*.secret', '*.authorization'] })
}
