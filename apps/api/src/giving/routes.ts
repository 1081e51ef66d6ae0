import type { givingContract } from '@yijian/shared/giving/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { cancelDonation } from './cancel-donation.ts'
import { donate } from './donate.ts'
import { getGivingTerms } from './get-giving-terms.ts'
import { getMyDonation } from './get-my-donation.ts'
import { listMyDonations } from './list-my-donations.ts'
import { previewDonation } from './preview-donation.ts'

export const givingHandlers: Handlers<typeof givingContract> = {
  getGivingTerms: (ctx) => getGivingTerms(ctx),
  previewDonation: (ctx, { query }) => previewDonation(ctx, query),
  createDonation: (ctx, { body }) => donate(ctx, body),
  cancelDonation: (ctx, { params }) => cancelDonation(ctx, params.donationId),
  listMyDonations: (ctx, { query }) => listMyDonations(ctx, query),
  getMyDonation: (ctx, { params }) => getMyDonation(ctx, params.donationId),
}
