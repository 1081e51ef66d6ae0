import { createHash, randomInt } from 'node:crypto'
import { canMakeCertificate } from '@yijian/shared/certificate/rules'
import type { Certificate, CertificatePeriod } from '@yijian/shared/certificate/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce, refuse } from '../core/problems.ts'
import { type FileRow, insertFile, storeBytes } from '../file/index.ts'
import { lockBalances, sumServed } from '../ledger/index.ts'
import { employeeById } from '../people/index.ts'
import { checkUrlOf } from './check-url.ts'
import { printCertificate } from './print-certificate.ts'
import { type CertificateRow, type Period, type ServiceLine, serviceLines, toCertificate } from './read.ts'
import { findSame, insertCertificate } from './repo.ts'

/** Hours that change again and again while their paper is printed. */
const MAX_PRINTS = 3

/**
 * Makes a certificate (志愿服务证明) of the hours of a period: figures, words and paper are frozen together. Asked again
 * for the same, the one there is comes back. Nobody's balances wait for a printer: the paper is printed and stored first,
 * and handed out only if what it says still holds under the lock; else it is thrown away and printed anew.
 *
 * @throws Problem `certificate-period`, `certificate-empty`, `storage-unavailable`
 */
export async function makeCertificate(ctx: Ctx, period: CertificatePeriod): Promise<Certificate> {
  const { employeeId } = requireEmployee(ctx)
  for (let prints = 0; prints < MAX_PRINTS; prints++) {
    const draft = await draftOf(ctx, employeeId, period)
    enforce(canMakeCertificate({ ...period, today: shanghaiDay(ctx.now), minutes: draft.minutes }))
    const before = await findSame(ctx, employeeId, draft)
    if (before !== null) return toCertificate(ctx, before)
    const file = await printAndStore(ctx, draft)
    const made = await handOut(ctx, employeeId, { draft, file })
    if (made?.fileId !== file.id) await throwAway(ctx, file)
    if (made !== null) return toCertificate(ctx, made)
  }
  throw refuse('busy', { retryAfterSeconds: 1 })
}

type Draft = Omit<CertificateRow, 'id' | 'employeeId' | 'fileId' | 'supersededAt'> & { lines: readonly ServiceLine[] }

/** All that a paper of a period would say now. */
async function draftOf(ctx: Ctx, employeeId: string, { fromOn, toOn }: CertificatePeriod): Promise<Draft> {
  const { name, department } = await employeeById(ctx, employeeId)
  const lines = await serviceLines(ctx, employeeId, { fromOn, toOn })
  const minutes = lines.reduce((total, line) => total + line.minutes, 0)
  const contentHash = hashContent({ employeeId, name, department, fromOn, toOn, lines })
  const figures = { minutes, sessions: lines.length, contentHash, issuedAt: ctx.now }
  return { certificateNo: newCertificateNo(), name, department, fromOn, toOn, ...figures, lines }
}

async function printAndStore(ctx: Ctx, draft: Draft): Promise<FileRow> {
  const content = await printCertificate({ ...draft, checkUrl: checkUrlOf(ctx, draft.certificateNo) })
  return storeBytes(ctx, { name: `志愿服务证明-${draft.certificateNo}.pdf`, type: 'application/pdf', purpose: 'certificate', content })
}

/** Of a paper that was not handed out; what is left behind is only lost room. */
async function throwAway(ctx: Ctx, { storageKey }: FileRow): Promise<void> {
  await ctx.app.storage
    .remove(storageKey)
    .catch((error: unknown) => ctx.log.warn({ err: error, storageKey }, 'a paper stayed in the store'))
}

/** The certificate of a printed draft, or the same one that somebody made meanwhile; null when the draft is no longer true. */
async function handOut(ctx: Ctx, employeeId: string, { draft, file }: { draft: Draft; file: FileRow }): Promise<CertificateRow | null> {
  return inTransaction(ctx, async (ctx) => {
    // A correction waits here or is seen: else a paper could miss it and never be told.
    await lockBalances(ctx, [employeeId])
    const { fromOn, toOn, minutes, contentHash } = await draftOf(ctx, employeeId, draft)
    await requireSum(ctx, employeeId, { fromOn, toOn, minutes })
    if (contentHash !== draft.contentHash) return null
    const same = await findSame(ctx, employeeId, draft)
    if (same !== null) return same

    const { lines, ...frozen } = draft
    const row = { ...frozen, id: ctx.app.newId('certificate'), employeeId, fileId: file.id, supersededAt: null }
    await insertFile(ctx, file)
    await insertCertificate(ctx, row, lines)
    await record(ctx, { action: 'certificate.made', subject: row.id, detail: { fromOn, toOn, minutes, contentHash } })
    return row
  })
}

/** The sum is the ledger's; a paper whose lines do not add up to it is never handed out. */
async function requireSum(ctx: Ctx, employeeId: string, { fromOn, toOn, minutes }: Period & { minutes: number }): Promise<void> {
  const sum = await sumServed(ctx, { employeeId, account: 'hours', fromOn, toOn })
  if (sum !== minutes) throw new Error(`the lines of a certificate make ${minutes} minutes and the ledger ${sum}`)
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
