/** What a database error means for us, by number and code, never by its message or driver name. */
export type DbErrorClass = 'conflict' | 'node' | 'connection' | 'duplicate' | 'final' | 'other'

// InnoDB deadlock and lock wait, snapshot conflict, NOWAIT, and the certification conflicts of clusters.
const CONFLICT = new Set([1213, 1205, 1020, 3572, 3101, 3100, 1180, 8002, 8005, 8022, 8028, 9007])
// The node cannot serve now: not ready, shutting down, read-only after a failover, killed, out of connections.
const NODE = new Set([
  1047, 1053, 1077, 1079, 1290, 1836, 1927, 3024, 1969, 4031, 1040, 1041, 1203, 9001, 9002, 9003, 9004, 9005, 9008, 8027,
])
const DUPLICATE = 1062
// CHECK (MySQL, MariaDB), foreign keys, column bounds, grants, broken SQL: asking again changes nothing.
const FINAL = new Set([3819, 4025, 1452, 1451, 1048, 1264, 1406, 1366, 3098, 1064, 1146, 1054, 1142])
const CONNECTION = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'ER_CLIENT_INTERACTION_TIMEOUT',
])

interface DriverError {
  errno?: number
  code?: string
  sqlMessage?: string
  message?: string
}

/** The driver's own error under the layers an ORM puts around it. */
export function rootOf(error: unknown): DriverError {
  let current = error
  while (current instanceof Error && current.cause instanceof Error) current = current.cause
  return current instanceof Error ? (current as DriverError) : {}
}

export function classify(error: unknown): DbErrorClass {
  const { errno, code, message } = rootOf(error)
  // Socket errors carry a negative errno, so the code decides first.
  if (code !== undefined && CONNECTION.has(code)) return 'connection'
  if (message?.includes('closed state') === true) return 'connection'
  if (errno === undefined) return 'other'
  if (errno === DUPLICATE) return 'duplicate'
  if (CONFLICT.has(errno)) return 'conflict'
  if (NODE.has(errno)) return 'node'
  return FINAL.has(errno) ? 'final' : 'other'
}

/** The unique key that refused a row, e.g. `signup_one_active_uq`; null for any other error. */
export function duplicateKey(error: unknown): string | null {
  const root = rootOf(error)
  if (root.errno !== DUPLICATE) return null
  return /for key '(?:[^'.]+\.)?([^']+)'/.exec(root.sqlMessage ?? root.message ?? '')?.[1] ?? null
}

/** The CHECK that refused a row (3819 on MySQL, 4025 on MariaDB). */
export function violatesCheck(error: unknown): boolean {
  const { errno } = rootOf(error)
  return errno === 3819 || errno === 4025
}

/** A row that another row still refers to (1451), or one that refers to none (1452). */
export function breaksForeignKey(error: unknown): boolean {
  const { errno } = rootOf(error)
  return errno === 1451 || errno === 1452
}
