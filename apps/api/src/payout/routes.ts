import type { payoutContract } from '@yijian/shared/payout/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { approvePayout } from './approve-payout.ts'
import { bouncePayout } from './bounce-payout.ts'
import { buildPayouts } from './build-payouts.ts'
import { cancelPayout } from './cancel-payout.ts'
import { confirmPayout } from './confirm-payout.ts'
import { getPayout, listMyDonationPayouts, listPayoutCandidates, listPayoutLines, listPayouts } from './list-payouts.ts'
import { sendPayout } from './send-payout.ts'

export const payoutHandlers: Handlers<typeof payoutContract> = {
  listPayoutCandidates: (ctx) => listPayoutCandidates(ctx),
  listPayouts: (ctx, { query }) => listPayouts(ctx, query),
  getPayout: (ctx, { params }) => getPayout(ctx, params.payoutId),
  listPayoutLines: (ctx, { params, query }) => listPayoutLines(ctx, params.payoutId, query),
  buildPayouts: (ctx, { body }) => buildPayouts(ctx, body),
  approvePayout: (ctx, { params }) => approvePayout(ctx, params.payoutId),
  sendPayout: (ctx, { params, body }) => sendPayout(ctx, params.payoutId, body),
  confirmPayout: (ctx, { params, body }) => confirmPayout(ctx, params.payoutId, body),
  bouncePayout: (ctx, { params, body }) => bouncePayout(ctx, params.payoutId, body),
  cancelPayout: (ctx, { params, body }) => cancelPayout(ctx, params.payoutId, body),
  listMyDonationPayouts: (ctx, { params }) => listMyDonationPayouts(ctx, params.donationId),
}
