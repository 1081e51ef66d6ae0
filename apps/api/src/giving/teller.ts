import type { Donation } from '@yijian/shared/giving/shapes'
import type { JournalSourceOf, SourceTitle } from '@yijian/shared/statement/shapes'
import type { Ctx } from '../core/context.ts'
import { type Journal, type Teller, nameTitle } from '../ledger/index.ts'
import { donationOf, donationsById, donationsWithParts } from './read.ts'

/** Credit given on comes from a donation: its parts, and until when it could be undone. */
export const donationTeller: Teller = {
  source: 'donation',
  titles: async (ctx, donationIds) => {
    const donations = await donationsWithParts(ctx, await donationsById(ctx, donationIds))
    return new Map(donations.map((donation) => [donation.id, titleOf(donation)]))
  },
  tell: tellDonation,
}

function titleOf({ parts }: Donation): SourceTitle {
  const first = parts[0]?.fundProject.name ?? ''
  if (parts.length === 1) return nameTitle(first)
  return { zh: `${first}等 ${parts.length} 个项目`, en: `${first} and ${parts.length - 1} more` }
}

async function tellDonation(ctx: Ctx, journal: Journal, employeeId: string): Promise<JournalSourceOf<'donation'>> {
  const row = await donationOf(ctx, employeeId, journal.sourceId)
  const [donation] = await donationsWithParts(ctx, [row])
  return {
    kind: 'donation',
    donationId: row.id,
    parts: (donation?.parts ?? []).map(({ fundProject: { id, name }, amountFen, state }) => ({
      fundProjectId: id,
      fundProjectName: name,
      amountFen,
      state,
    })),
    coolsAt: row.coolsAt.toISOString(),
    settledAt: row.state === 'settled' ? (row.endedAt?.toISOString() ?? null) : null,
  }
}
