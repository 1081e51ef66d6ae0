import type { signupContract } from '@yijian/shared/signup/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { cancelSignup } from './cancel-sign-up.ts'
import { changeCapacity } from './change-capacity.ts'
import { getSession } from './get-session.ts'
import { listMySignups } from './list-my-signups.ts'
import { listRoster } from './list-roster.ts'
import { signUp } from './sign-up.ts'

export const signupHandlers: Handlers<typeof signupContract> = {
  getSession: (ctx, { params }) => getSession(ctx, params.sessionId),
  createSignup: (ctx, { params }) => signUp(ctx, params.sessionId),
  cancelSignup: (ctx, { params }) => cancelSignup(ctx, params.signupId),
  listMySignups: (ctx, { query }) => listMySignups(ctx, query),
  listRoster: (ctx, { params, query }) => listRoster(ctx, params.sessionId, query),
  changeCapacity: (ctx, { params, body }) => changeCapacity(ctx, params.sessionId, body),
}
