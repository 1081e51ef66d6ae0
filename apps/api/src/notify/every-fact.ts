import type { NoticeFacts } from '@yijian/shared/notify/shapes'

const nothing: NoticeFacts = {
  title: null,
  names: null,
  gift: null,
  year: null,
  at: null,
  place: null,
  minutes: null,
  amountFen: null,
  owedFen: null,
  decision: null,
  reason: null,
}

/** A row keeps what applies and what was known when it was made, so that facts may be added and no row be rewritten. */
export function everyFact(kept: Partial<NoticeFacts>): NoticeFacts {
  return { ...nothing, ...kept }
}
