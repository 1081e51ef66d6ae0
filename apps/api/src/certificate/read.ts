import type { Page } from '@yijian/shared/http/page'
import type { Certificate } from '@yijian/shared/certificate/shapes'
import { and, asc, between, count, desc, eq, gt, lt } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { refuse } from '../core/problems.ts'
import { hoursRecord } from '../hours/tables.ts'
import { sumServed } from '../ledger/index.ts'
import { project, session } from '../project/tables.ts'
import { checkUrlOf } from './check-url.ts'
import { certificate } from './tables.ts'

export interface Period {
  fromOn: string
  toOn: string
}

/** A session as a certificate names it. */
export interface ServiceLine {
  attendanceId: string
  servedOn: string
  projectTitle: string
  sessionTitle: string
  minutes: number
}

export type CertificateRow = typeof certificate.$inferSelect

/** The sessions of a person with hours issued in a period, in order of service. */
export async function serviceLines(ctx: Ctx, employeeId: string, { fromOn, toOn }: Period): Promise<ServiceLine[]> {
  const { attendanceId, servedOn, minutes } = hoursRecord
  return ctx.db
    .select({ attendanceId, servedOn, projectTitle: project.title, sessionTitle: session.title, minutes })
    .from(hoursRecord)
    .innerJoin(session, eq(session.id, hoursRecord.sessionId))
    .innerJoin(project, eq(project.id, session.projectId))
    .where(and(mine(employeeId, { fromOn, toOn }), eq(hoursRecord.state, 'issued'), gt(minutes, 0)))
    .orderBy(asc(servedOn), asc(attendanceId))
}

/** Minutes of the ledger in a period, sessions behind them, and what may still be added. */
export async function serviceSums(
  ctx: Ctx,
  employeeId: string,
  period: Period,
): Promise<{ minutes: number; sessions: number; waiting: number }> {
  const rows = await ctx.db
    .select({ state: hoursRecord.state, n: count() })
    .from(hoursRecord)
    .where(and(mine(employeeId, period), gt(hoursRecord.minutes, 0)))
    .groupBy(hoursRecord.state)
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0
  const minutes = await sumServed(ctx, { employeeId, account: 'hours', ...period })
  return { minutes, sessions: of('issued'), waiting: of('completed') }
}

function mine(employeeId: string, { fromOn, toOn }: Period) {
  return and(eq(hoursRecord.employeeId, employeeId), between(hoursRecord.servedOn, fromOn, toOn))
}

const lastId = z.tuple([z.string()])

/** The certificates of a person, the newest first. */
export async function pageOfCertificates(
  ctx: Ctx,
  employeeId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<Certificate>> {
  const rows = await ctx.db
    .select()
    .from(certificate)
    .where(
      and(eq(certificate.employeeId, employeeId), cursor === undefined ? undefined : lt(certificate.id, ...readCursor(cursor, lastId))),
    )
    .orderBy(desc(certificate.id))
    .limit(limit + 1)
  return pageOf(rows, limit, { item: (row) => toCertificate(ctx, row), cursor: ({ id }) => [id] })
}

/** A certificate of this very person; that of another is as good as none. @throws Problem `not-found` */
export async function ownCertificate(ctx: Ctx, certificateId: string, employeeId: string): Promise<CertificateRow> {
  const [row] = await ctx.db
    .select()
    .from(certificate)
    .where(and(eq(certificate.id, certificateId), eq(certificate.employeeId, employeeId)))
  if (row === undefined) throw refuse('not-found', { what: 'certificate' })
  return row
}

/** @throws Problem `certificate-unknown` */
export async function certificateByNo(ctx: Ctx, certificateNo: string): Promise<CertificateRow> {
  const [row] = await ctx.db.select().from(certificate).where(eq(certificate.certificateNo, certificateNo))
  if (row === undefined) throw refuse('certificate-unknown', { certificateNo })
  return row
}

/** The service day of an attendance and when its hours were issued; null while they are not. */
export async function issueOf(ctx: Ctx, attendanceId: string): Promise<{ servedOn: string; minutes: number; issuedAt: Date } | null> {
  const { servedOn, minutes, issuedAt } = hoursRecord
  const [row] = await ctx.db.select({ servedOn, minutes, issuedAt }).from(hoursRecord).where(eq(hoursRecord.attendanceId, attendanceId))
  return row === undefined || row.issuedAt === null ? null : { ...row, issuedAt: row.issuedAt }
}

export function toCertificate(ctx: Ctx, row: CertificateRow): Certificate {
  const { id, certificateNo, fromOn, toOn, minutes, sessions } = row
  return {
    id,
    certificateNo,
    fromOn,
    toOn,
    minutes,
    sessions,
    issuedAt: row.issuedAt.toISOString(),
    state: row.supersededAt === null ? 'valid' : 'superseded',
    supersededAt: row.supersededAt?.toISOString() ?? null,
    checkUrl: checkUrlOf(ctx, certificateNo),
  }
}
