import { createHash, randomInt } from 'node:crypto'
import { canMakeCertificate } from '@yijian/shared/certificate/rules'
import type { Certificate, CertificatePeriod } from '@yijian/shared/certificate/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { storeFile } from '../file/index.ts'
import { lockBalances, sumServed } from '../ledger/index.ts'
import { employeeById } from '../people/index.ts'
import { checkUrlOf } from './check-url.ts'
import { printCertificate } from './print-certificate.ts'
import { type Period, type ServiceLine, serviceLines, toCertificate } from './read.ts'
import { findSame, insertCertificate } from './repo.ts'

/**
 * Makes a certificate (志愿服务证明) of the hours of a period: figures, words and paper are frozen together. Asked again
 * for the same, the one there is comes back.
 *
 * @throws Problem `certificate-period`, `certificate-empty`
 */
export async function makeCertificate(ctx: Ctx, period: CertificatePeriod): Promise<Certificate> {
  const { employeeId } = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    // A correction waits here or is seen: else a paper could miss it and never be told.
    await lockBalances(ctx, [employeeId])
    const { name, department } = await employeeById(ctx, employeeId)
    const lines = await serviceLines(ctx, employeeId, period)
    const minutes = await sumServed(ctx, { employeeId, account: 'hours', ...period })
    enforce(canMakeCertificate({ ...period, today: shanghaiDay(ctx.now), minutes }))
    requireSum(lines, minutes)
    const contentHash = hashContent({ employeeId, name, department, ...period, lines })
    const same = await findSame(ctx, employeeId, { ...period, contentHash })
    if (same !== null) return toCertificate(ctx, same)

    const certificateNo = newCertificateNo()
    const frozen = { certificateNo, name, department, ...period, minutes, sessions: lines.length, contentHash, issuedAt: ctx.now }
    const bytes = await printCertificate({ ...frozen, lines, checkUrl: checkUrlOf(ctx, certificateNo) })
    const paper = { name: `志愿服务证明-${certificateNo}.pdf`, type: 'application/pdf', purpose: 'certificate' } as const
    const { id: fileId } = await storeFile(ctx, { ...paper, content: bytes })
    const row = { ...frozen, id: ctx.app.newId('certificate'), employeeId, fileId, supersededAt: null }
    await insertCertificate(ctx, row, lines)
    await record(ctx, { action: 'certificate.made', subject: row.id, detail: { ...period, minutes, contentHash } })
    return toCertificate(ctx, row)
  })
}

/** The sum is the ledger's; a paper whose lines do not add up to it is never made. */
function requireSum(lines: readonly ServiceLine[], minutes: number): void {
  const sum = lines.reduce((total, line) => total + line.minutes, 0)
  if (sum !== minutes) throw new Error(`the lines of a certificate make ${sum} minutes and the ledger ${minutes}`)
}

function hashContent(content: Period & { employeeId: string; name: string; department: string; lines: readonly ServiceLine[] }): string {
  const { employeeId, name, department, fromOn, toOn, lines } = content
  const told = lines.map((line) => [line.attendanceId, line.servedOn, line.projectTitle, line.sessionTitle, line.minutes])
  return createHash('sha256')
    .update(JSON.stringify([employeeId, name, department, fromOn, toOn, told]))
    .digest('hex')
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Sixty random bits: nobody guesses the number of another. */
function newCertificateNo(): string {
  const four = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return `YJ-${four()}-${four()}-${four()}`
}
