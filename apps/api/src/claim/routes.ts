import type { claimContract } from '@yijian/shared/claim/contract'
import { requireEmployee } from '../core/access.ts'
import type { Handlers } from '../core/http/handlers.ts'
import { approveClaim, rejectClaim, returnClaim } from './decide-claim.ts'
import { getClaim, getMyClaim, previewClaim } from './get-claim.ts'
import { listClaims } from './list-claims.ts'
import { claimsOf } from './read.ts'
import { refundClaim } from './refund-claim.ts'
import { resubmitClaim, submitClaim } from './submit-claim.ts'

export const claimHandlers: Handlers<typeof claimContract> = {
  submitClaim: (ctx, { body }) => submitClaim(ctx, body),
  resubmitClaim: (ctx, { params, body }) => resubmitClaim(ctx, params.claimId, body),
  listMyClaims: (ctx, { query }) => claimsOf(ctx, requireEmployee(ctx).employeeId, query),
  getMyClaim: (ctx, { params }) => getMyClaim(ctx, params.claimId),
  previewClaim: (ctx, { query }) => previewClaim(ctx, query),
  listClaims: (ctx, { query }) => listClaims(ctx, query),
  getClaim: (ctx, { params }) => getClaim(ctx, params.claimId),
  approveClaim: (ctx, { params, body }) => approveClaim(ctx, params.claimId, body),
  returnClaim: (ctx, { params, body }) => returnClaim(ctx, params.claimId, body),
  rejectClaim: (ctx, { params, body }) => rejectClaim(ctx, params.claimId, body),
  refundClaim: (ctx, { params, body }) => refundClaim(ctx, params.claimId, body),
}
