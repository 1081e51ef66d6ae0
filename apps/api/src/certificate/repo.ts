import { and, eq, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import type { CertificateRow, Period, ServiceLine } from './read.ts'
import { certificate, certificateLine } from './tables.ts'

/** A valid certificate that says the very same; null when there is none. */
export async function findSame(ctx: Ctx, employeeId: string, content: Period & { contentHash: string }): Promise<CertificateRow | null> {
  const [row] = await ctx.db
    .select()
    .from(certificate)
    .where(
      and(
        eq(certificate.employeeId, employeeId),
        eq(certificate.fromOn, content.fromOn),
        eq(certificate.toOn, content.toOn),
        eq(certificate.contentHash, content.contentHash),
        isNull(certificate.supersededAt),
      ),
    )
  return row ?? null
}

export async function insertCertificate(ctx: Ctx, row: CertificateRow, lines: readonly ServiceLine[]): Promise<void> {
  await ctx.db.insert(certificate).values(row)
  await ctx.db.insert(certificateLine).values(lines.map((line) => ({ ...line, certificateId: row.id })))
}

/** Valid certificates that cover the day of an attendance and say other minutes of it than are in force now. */
export async function findOutdated(
  ctx: Ctx,
  employeeId: string,
  now: { attendanceId: string; servedOn: string; minutes: number; issuedAt: Date },
): Promise<{ id: string }[]> {
  const told = and(eq(certificateLine.certificateId, certificate.id), eq(certificateLine.attendanceId, now.attendanceId))
  // Without a line the minutes were nothing then, or not issued yet: the latter makes no paper wrong.
  const differs =
    now.minutes === 0
      ? ne(sql`coalesce(${certificateLine.minutes}, 0)`, 0)
      : or(ne(certificateLine.minutes, now.minutes), and(isNull(certificateLine.minutes), gte(certificate.issuedAt, now.issuedAt)))
  return ctx.db
    .select({ id: certificate.id })
    .from(certificate)
    .leftJoin(certificateLine, told)
    .where(
      and(
        eq(certificate.employeeId, employeeId),
        isNull(certificate.supersededAt),
        lte(certificate.fromOn, now.servedOn),
        gte(certificate.toOn, now.servedOn),
        differs,
      ),
    )
}

export async function markSuperseded(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.db
    .update(certificate)
    .set({ supersededAt: ctx.now })
    .where(and(inArray(certificate.id, [...ids]), isNull(certificate.supersededAt)))
}
