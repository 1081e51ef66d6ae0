import { giftEffect } from '@yijian/shared/claim/rules'
import type { ClaimEffect } from '@yijian/shared/claim/shapes'
import type { EntryDraft, Holdings } from '@yijian/shared/ledger/rules'
import type { Ctx } from '../core/context.ts'
import { policyOn } from '../policy/index.ts'

/** Preview and deed are planned here alike, by the matching policy of the gift's day; a later version never reaches back. */
export async function planGift(
  ctx: Ctx,
  { employeeId, giftOn }: { employeeId: string; giftOn: string },
  { giftFen, holdings }: { giftFen: number; holdings: Holdings },
): Promise<{ policyId: string; entries: EntryDraft[]; effect: ClaimEffect }> {
  const { id, label, settings } = await policyOn(ctx, 'matching', giftOn)
  const { entries, effect } = giftEffect({ employeeId, giftFen, holdings }, settings)
  return { policyId: id, entries, effect: { ...effect, policyLabel: label } }
}

/** Everybody has accounts from the day they are imported; a person without is a fault of the program. */
export function heldBy(holdings: ReadonlyMap<string, Holdings>, employeeId: string): Holdings {
  const held = holdings.get(employeeId)
  if (held === undefined) throw new Error(`${employeeId} has no accounts`)
  return held
}
