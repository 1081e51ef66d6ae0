import type { ClaimHint } from '@yijian/shared/claim/shapes'
import { and, desc, eq, isNotNull, ne, sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { areAlike } from '../file/index.ts'
import { storedFile } from '../file/tables.ts'
import type { ClaimRow } from './repo.ts'
import { claim, claimImage } from './tables.ts'

/** Of 256 bits; the same picture after another compression differs in a dozen. So do receipts of one platform. */
const ALIKE_BITS = 16
/** How many of those are looked at closely. */
const CLOSELY = 2_000
const MOST = 10

const others = { id: claim.id, state: claim.state, employeeId: claim.employeeId, giftOn: claim.giftOn, amountFen: claim.amountFen }

/** Other claims that look alike, the newest first; their people stay unnamed. */
export async function hintsFor(ctx: Ctx, row: ClaimRow): Promise<ClaimHint[]> {
  const same = (kind: 'same-order' | 'same-gift') =>
    ctx.db
      .select(others)
      .from(claim)
      .where(
        and(
          ne(claim.id, row.id),
          kind === 'same-order'
            ? eq(claim.orderKey, row.orderKey)
            : and(eq(claim.employeeId, row.employeeId), eq(claim.giftOn, row.giftOn), eq(claim.amountFen, row.amountFen)),
        ),
      )
      .orderBy(desc(claim.id))
      .limit(MOST)
  const found = [
    ...(await withImageAlike(ctx, row)).map((other) => ({ kind: 'like-image' as const, ...other })),
    ...(await same('same-order')).map((other) => ({ kind: 'same-order' as const, ...other })),
    ...(await same('same-gift')).map((other) => ({ kind: 'same-gift' as const, ...other })),
  ]
  const distinct = [...new Map(found.map((hint) => [`${hint.kind} ${hint.id}`, hint])).values()]
  return distinct.map(({ kind, state, employeeId, giftOn, amountFen }) => ({
    kind,
    state,
    samePerson: employeeId === row.employeeId,
    giftOn,
    amountFen,
  }))
}

/**
 * From afar all receipts of a platform are one, so that the database only chooses whom to look at: claims of the same
 * amount first, since a receipt shows it, and then the newest.
 */
async function withImageAlike(ctx: Ctx, row: ClaimRow) {
  const images = await ctx.db
    .select({ fingerprint: claimImage.fingerprint, shades: storedFile.shades })
    .from(claimImage)
    .innerJoin(storedFile, eq(storedFile.id, claimImage.fileId))
    .where(and(eq(claimImage.claimId, row.id), isNotNull(claimImage.place)))
  const found = []
  for (const { fingerprint, shades } of images) {
    const near = ctx.db
      .select({ ...others, fileId: claimImage.fileId })
      .from(claimImage)
      .innerJoin(claim, eq(claim.id, claimImage.claimId))
      .where(and(ne(claim.id, row.id), sql`${bitsBetween(fingerprint)} <= ${ALIKE_BITS}`))
      .orderBy(desc(eq(claim.amountFen, row.amountFen)), desc(claim.id))
      .limit(CLOSELY)
      .as('near')
    const candidates = await ctx.db.select().from(near).innerJoin(storedFile, eq(storedFile.id, near.fileId)).orderBy(desc(near.id))
    // Pictures of before shades were kept are known from afar only.
    const alike = candidates.filter(({ stored_file: { shades: other } }) => shades === null || other === null || areAlike(shades, other))
    found.push(...alike.slice(0, MOST).map((other) => other.near))
  }
  return found
}

/** Bits in which a stored fingerprint differs, in four words, since neither server counts more than 64 at once on both. */
function bitsBetween(fingerprint: string) {
  const words = [0, 1, 2, 3].map((word) => {
    const at = word * 16
    const given = fingerprint.slice(at, at + 16)
    return sql`bit_count(cast(conv(substr(${claimImage.fingerprint}, ${at + 1}, 16), 16, 10) as unsigned) ^ cast(conv(${given}, 16, 10) as unsigned))`
  })
  return sql.join(words, sql` + `)
}
