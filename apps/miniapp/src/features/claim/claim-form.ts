import { canClaim, isOrderNumber } from '@yijian/shared/claim/rules'
import type { Claim, ClaimInput, ClaimPlatform } from '@yijian/shared/claim/shapes'
import { fenTyped, typedFen } from '@/features/giving/amount'

export interface ClaimFormValues {
  platform: ClaimPlatform
  platformName: string
  orderNo: string
  giftOn: string
  amount: string
}

export function emptyClaim(today: string): ClaimFormValues {
  return { platform: 'tencent-gongyi', platformName: '', orderNo: '', giftOn: today, amount: '' }
}

export function valuesOf({ platform, platformName, orderNo, giftOn, amountFen }: Claim): ClaimFormValues {
  return { platform, platformName: platformName ?? '', orderNo, giftOn, amount: typedFen(amountFen) }
}

/** The amount as typed, once it is one. */
export function amountOf({ amount }: ClaimFormValues): number | undefined {
  const fen = fenTyped(amount)
  return fen !== null && fen > 0 ? fen : undefined
}

/** Which of what is filled in cannot be right; what is still empty is only missing. */
export function unclearIn(values: ClaimFormValues): 'amount' | 'orderNo' | undefined {
  if (values.amount.trim() !== '' && amountOf(values) === undefined) return 'amount'
  return values.orderNo.trim() !== '' && !isOrderNumber(values.orderNo) ? 'orderNo' : undefined
}

const refusedParts: Readonly<Record<string, 'giftOn' | 'orderNo' | 'receipts'>> = {
  'gift-in-future': 'giftOn',
  'gift-too-old': 'giftOn',
  'order-number-unclear': 'orderNo',
  'order-claimed': 'orderNo',
  'receipt-claimed': 'receipts',
}

/** The part of the form that a refusal is about, so that it is told there. */
export function refusedPart(code: string): 'giftOn' | 'orderNo' | 'receipts' | undefined {
  return refusedParts[code]
}

/** What is sent; undefined while something is missing or the shared rule would refuse it. */
export function claimInputOf(values: ClaimFormValues, imageIds: string[], today: string): ClaimInput | undefined {
  const amountFen = amountOf(values)
  const { platform, orderNo, giftOn } = values
  const platformName = platform === 'other' ? values.platformName.trim() : null
  // How long ago it may be is a policy of the server, which says so itself.
  const anyAge = { claimWithinDays: 3660 }
  const verdict = canClaim({ today, giftOn, orderNo, platform, platformName, ...anyAge })
  if (amountFen === undefined || imageIds.length === 0 || giftOn === '' || !verdict.ok) return undefined
  return { platform, platformName, orderNo: orderNo.trim(), giftOn, amountFen, imageIds }
}
