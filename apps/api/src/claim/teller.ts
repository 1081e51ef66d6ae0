import type { ClaimPlatform } from '@yijian/shared/claim/shapes'
import { claimPlatformNames } from '@yijian/shared/claim/text'
import type { JournalSourceOf, SourceTitle } from '@yijian/shared/statement/shapes'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { type Journal, type Teller, nameTitle } from '../ledger/index.ts'
import { claimsById } from './read.ts'

/** Credit of an own donation comes from its claim. */
export const claimTeller: Teller = {
  source: 'claim',
  titles: async (ctx, claimIds) => new Map((await claimsById(ctx, claimIds)).map((row) => [row.id, titleOf(row)])),
  tell: tellClaim,
}

function titleOf({ platform, platformName }: { platform: ClaimPlatform; platformName: string | null }): SourceTitle {
  return platform === 'other' ? nameTitle(platformName ?? '') : claimPlatformNames[platform]
}

async function tellClaim(ctx: Ctx, journal: Journal, employeeId: string): Promise<JournalSourceOf<'claim'>> {
  const [row] = await claimsById(ctx, [journal.sourceId])
  if (row === undefined || row.employeeId !== employeeId) throw refuse('not-found', { what: 'claim' })
  const { id: claimId, giftOn, amountFen, state } = row
  return { kind: 'claim', claimId, platform: titleOf(row).zh, giftOn, amountFen, state: state === 'refunded' ? 'refunded' : 'approved' }
}
