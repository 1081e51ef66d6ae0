import type { Grade } from '@yijian/shared/kernel/grade'
import { type Holdings, emptyHoldings } from '@yijian/shared/ledger/rules'

/** A fact of the model: somebody served, and it was perhaps taken back. */
export interface Fact {
  journalId: string
  attendanceId: string
  minutes: number
  grade: Grade
  servedOn: string
  reversalId: string | null
}

/** Own money given (个人捐赠), and perhaps given back by the platform. */
export interface Gift {
  journalId: string
  claimId: string
  giftFen: number
  servedOn: string
  refundId: string | null
}

/**
 * What the product rules say a person holds, worked out from the bare facts each time: no carry, no running totals,
 * no code of the ledger. An hour brings 100 yuan and 20 points, grade D neither; 100 yuan given bring 100 more; set-aside
 * credit is gone from what can be given.
 */
export class ModelPerson {
  readonly employeeId: string
  readonly mode: 'step' | 'exact'
  readonly facts: Fact[] = []
  readonly gifts: Gift[] = []
  asideFen = 0

  constructor(employeeId: string, mode: 'step' | 'exact') {
    this.employeeId = employeeId
    this.mode = mode
  }

  get standing(): Fact[] {
    return this.facts.filter(({ reversalId }) => reversalId === null)
  }

  get standingGifts(): Gift[] {
    return this.gifts.filter(({ refundId }) => refundId === null)
  }

  holdings(): Holdings {
    const earning = this.standing.filter(({ grade }) => grade !== 'D')
    const total = sum(earning)
    const matchedMinutes = this.mode === 'exact' ? total : total - (total % 60)
    const giftFen = this.standingGifts.reduce((given, gift) => given + gift.giftFen, 0)
    const matchedGiftFen = this.mode === 'exact' ? giftFen : giftFen - (giftFen % 10_000)
    const ownFen = Math.floor((matchedMinutes * 10_000) / 60) + matchedGiftFen - this.asideFen
    return {
      ...emptyHoldings,
      minutes: sum(this.standing),
      matchedMinutes,
      carriedMinutes: total - matchedMinutes,
      giftFen,
      matchedGiftFen,
      carriedGiftFen: giftFen - matchedGiftFen,
      creditFen: Math.max(0, ownFen),
      owedFen: Math.min(0, ownFen),
      heldFen: this.asideFen,
      points: earning.reduce((points, { minutes }) => points + 20 * Math.floor(minutes / 60), 0),
    }
  }

  /** Minutes by month of service; months that came to nothing stay with a zero. */
  months(): Map<number, number> {
    const months = new Map<number, number>()
    for (const { servedOn, minutes, reversalId } of this.facts) {
      const ym = Number(servedOn.slice(0, 7).replace('-', ''))
      months.set(ym, (months.get(ym) ?? 0) + (reversalId === null ? minutes : 0))
    }
    return months
  }
}

function sum(facts: readonly Fact[]): number {
  return facts.reduce((total, { minutes }) => total + minutes, 0)
}
