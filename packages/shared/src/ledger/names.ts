import type { Bilingual } from '../kernel/language.ts'
import type { EmployeeAccount, JournalKind, Unit } from './shapes.ts'

/** Kinds of journals in words: the one place for statements, the difference file and whoever else tells of them. */
export const journalKindNames: Record<JournalKind, Bilingual> = {
  'hours-issued': { zh: '公益时下发', en: 'Hours issued' },
  'hours-corrected': { zh: '公益时更正', en: 'Hours corrected' },
  'gift-matched': { zh: '个人捐赠配捐', en: 'Own donation matched' },
  'gift-refunded': { zh: '个人捐赠退款', en: 'Own donation refunded' },
  'donation-held': { zh: '捐出（冷静期）', en: 'Given (cooling time)' },
  'donation-released': { zh: '捐出退回', en: 'Giving returned' },
  'donation-settled': { zh: '捐出完成', en: 'Given' },
  'payout-built': { zh: '拨付中', en: 'Payout under way' },
  'payout-confirmed': { zh: '已拨付', en: 'Paid out' },
  'payout-bounced': { zh: '拨付退回', en: 'Payout returned' },
  'points-earned': { zh: '积分任务', en: 'Point task' },
  'points-spent': { zh: '积分兑换', en: 'Points spent' },
  'points-refunded': { zh: '兑换退回', en: 'Points returned' },
  'leave-granted': { zh: '公益假年度额度', en: 'Leave allowance' },
  'leave-lapsed': { zh: '公益假额度到期', en: 'Leave lapsed' },
  'leave-held': { zh: '申请公益假', en: 'Leave asked for' },
  'leave-released': { zh: '公益假退回', en: 'Leave returned' },
  'leave-used': { zh: '已休公益假', en: 'Leave taken' },
}

/** Accounts of people in words; fund projects and payouts own credit only. */
export const accountNames: Record<EmployeeAccount, Bilingual> = {
  hours: { zh: '公益时', en: 'Hours' },
  'carry-hours': { zh: '公益时结转零头', en: 'Carried minutes' },
  'matched-hours': { zh: '已折算公益时', en: 'Minutes matched' },
  gift: { zh: '个人捐赠', en: 'Own donations' },
  'carry-gift': { zh: '个人捐赠结转零头', en: 'Carried own donation' },
  'matched-gift': { zh: '已折算个人捐赠', en: 'Own donations matched' },
  credit: { zh: '公益金', en: 'Credit' },
  'credit-held': { zh: '冷静期中的公益金', en: 'Credit in cooling time' },
  'credit-owed': { zh: '欠额', en: 'Debt' },
  points: { zh: '向善积分', en: 'Points' },
  leave: { zh: '公益假', en: 'Leave' },
  'leave-held': { zh: '已申请的公益假', en: 'Leave asked for' },
}

export const ledgerUnitNames: Record<Unit, Bilingual> = {
  minutes: { zh: '分钟', en: 'minutes' },
  fen: { zh: '元', en: 'yuan' },
  points: { zh: '分', en: 'points' },
  'leave-minutes': { zh: '分钟', en: 'minutes' },
}
