import { carry } from '@yijian/shared/kernel/quantity'
import type { Fen } from '@yijian/shared/kernel/quantity'
import type { NextGrant } from '@yijian/shared/ledger/shapes'
import type { Earnings } from '@yijian/shared/project/shapes'

/**
 * Credit a session brings this person with what they have carried, when that is more than the session brings alone;
 * null otherwise.
 */
export function creditWithCarry({ minutes, creditFen }: Earnings, { unitMinutes, carriedMinutes, grantFen }: NextGrant): Fen | null {
  const withCarry = carry(carriedMinutes, minutes, unitMinutes).units * grantFen
  return withCarry > creditFen ? withCarry : null
}
