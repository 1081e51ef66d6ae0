import { createHash } from 'node:crypto'
import { submitClaim } from '@yijian/api/claim/index'
import { ctxOf } from './database.ts'
import type { App } from '@yijian/api/core/app'
import type { Ctx } from '@yijian/api/core/context'
import { storedFile } from '@yijian/api/file/tables'
import { accountOf, post } from '@yijian/api/ledger/index'
import type { Claim, ClaimInput } from '@yijian/shared/claim/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { transfer } from '@yijian/shared/ledger/rules'
import { type Where, actorOf, ctxFor } from './people.ts'

/** A receipt as it stands after its upload, without the bytes; the same picture has the same hash. */
export async function makeReceipt(
  where: Where,
  employee: { id: string },
  { picture, fingerprint }: { picture?: string; fingerprint?: string } = {},
): Promise<string> {
  const ctx = await ctxFor(where)
  const id = ctx.app.newId('file')
  const sha256 = createHash('sha256')
    .update(picture ?? id)
    .digest('hex')
  await ctx.db.insert(storedFile).values({
    id,
    storageKey: `receipt/${id}`,
    name: 'receipt.jpg',
    type: 'image/jpeg',
    sizeBytes: 1,
    sha256,
    fingerprint: fingerprint ?? sha256,
    widthPx: 1,
    heightPx: 1,
    purpose: 'receipt',
    uploaderId: employee.id,
    createdAt: ctx.now,
    attachedAt: null,
    removedAt: null,
  })
  return id
}

let orders = 0

/** What a person would send: 250 yuan given today, an order number of its own, one receipt. */
export async function claimWish(where: Where, employee: { id: string }, wish: Partial<ClaimInput> = {}): Promise<ClaimInput> {
  const ctx = await ctxFor(where)
  return {
    platform: 'tencent-gongyi',
    platformName: null,
    orderNo: `TX ${ctx.app.newId('claim').slice(4)} ${orders++}`,
    giftOn: shanghaiDay(ctx.now),
    amountFen: 25_000,
    imageIds: wish.imageIds ?? [await makeReceipt(where, employee)],
    ...wish,
  }
}

/** A claim as its person sends it. */
export async function makeClaim(where: App | Ctx, employee: { id: string }, wish: Partial<ClaimInput> = {}): Promise<Claim> {
  const input = await claimWish(where, employee, wish)
  const ctx = 'pool' in where ? await ctxOf(where, actorOf(employee)) : { ...where, actor: actorOf(employee) }
  return submitClaim(ctx, input)
}

/** Credit that is spent, as a donation would leave it. */
export async function spend(ctx: Ctx, { id }: { id: string }, fen: number): Promise<void> {
  const entries = transfer(accountOf(id, 'credit'), accountOf(id, 'credit-held'), fen)
  const deed = { scope: 'test', idempotencyKey: ctx.app.newId('donation'), asked: { fen } }
  await post(ctx, [{ kind: 'donation-held', sourceId: ctx.app.newId('donation'), servedOn: '2026-11-20', policyIds: [], ...deed, entries }])
}
