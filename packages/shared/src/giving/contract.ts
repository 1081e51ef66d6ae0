import * as z from 'zod/mini'
import { page, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { id } from '../kernel/id.ts'
import { field } from '../kernel/zod.ts'
import { donateInput, donation, donationPreview, donationReceipt, givingTerms } from './shapes.ts'

const donationParams = z.object({ donationId: id('donation') })
const refusals = [
  'too-many-fund-projects',
  'fund-project-twice',
  'fund-project-not-listed',
  'parts-do-not-sum',
  'credit-insufficient',
  'part-below-minimum',
] as const

const fundId = 'fnd_[0-9a-hjkmnp-tv-z]{13}'
const wishText = (number: string) =>
  z.string().check(z.maxLength(2000), z.regex(new RegExp(`^${fundId}:${number}(,${fundId}:${number})*$`)))

export const givingContract = {
  getGivingTerms: route({
    method: 'GET',
    path: '/me/giving-terms',
    summary: 'What I can give, and the terms of giving today',
    access: 'employee',
    limit: 'read',
    status: 200,
    reply: givingTerms,
    problems: [],
  }),
  previewDonation: route({
    method: 'GET',
    path: '/donations/preview',
    summary: 'A donation as it would be made now: parts to the fen, what is left, until when it could be undone',
    access: 'employee',
    limit: 'read',
    query: z.object({
      totalFen: field(z.string().check(z.regex(/^(all|[1-9]\d{0,9})$/)), 'In fen, or `all`', '30000'),
      by: field(z._default(z.enum(['weight', 'amount']), 'weight'), 'What the numbers of `parts` are'),
      parts: field(wishText('[1-9]\\d{0,9}'), 'Fund projects, each with its number', 'fnd_0d3k9x2m4q7rt:2,fnd_0d3k9x2m4q7rv:1'),
    }),
    status: 200,
    reply: donationPreview,
    problems: refusals,
  }),
  createDonation: route({
    method: 'POST',
    path: '/donations',
    summary: 'Give credit to listed fund projects; it can be undone during the cooling time, and never after',
    access: 'employee',
    limit: 'write',
    body: donateInput,
    status: 201,
    reply: donation,
    problems: refusals,
  }),
  cancelDonation: route({
    method: 'POST',
    path: '/donations/{donationId}/cancellations',
    summary: 'Undo a donation of mine within its cooling time; the credit is back at once',
    access: 'employee',
    limit: 'write',
    params: donationParams,
    status: 201,
    reply: donation,
    problems: ['cooling-over', 'donation-not-held'],
  }),
  listMyDonations: route({
    method: 'GET',
    path: '/me/donations',
    summary: 'My donations, the newest first',
    access: 'employee',
    limit: 'read',
    query: z.object({ ...pageQuery }),
    status: 200,
    reply: page(donation),
    problems: [],
  }),
  getMyDonation: route({
    method: 'GET',
    path: '/me/donations/{donationId}',
    summary: 'The receipt of a donation of mine: parts, times, policy version and journals',
    access: 'employee',
    limit: 'read',
    params: donationParams,
    status: 200,
    reply: donationReceipt,
    problems: [],
  }),
}
