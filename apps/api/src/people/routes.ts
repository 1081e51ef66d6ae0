import type { peopleContract } from '@yijian/shared/people/contract'
import type { Login, Me } from '@yijian/shared/people/shapes'
import type { Ctx } from '../core/context.ts'
import { requireEmployee } from '../core/access.ts'
import type { Handlers } from '../core/http/handlers.ts'
import { createBranch } from './create-branch.ts'
import { cancelHandOff, confirmHandOff, viewHandOff } from './decide-hand-off.ts'
import { endRoleGrant } from './end-role-grant.ts'
import { endWeChatBinding } from './end-wechat-binding.ts'
import { giveBindCode, giveOwnBindCode } from './give-bind-code.ts'
import { grantRole } from './grant-role.ts'
import { importEmployees } from './import-employees.ts'
import { listEmployees } from './list-employees.ts'
import { logInAsPersona } from './log-in-as-persona.ts'
import { logInByWeChat } from './log-in-by-wechat.ts'
import { logInByWeCom } from './log-in-by-wecom.ts'
import { logInByWeComWeb, startWeComWebLogin } from './log-in-by-wecom-web.ts'
import { logOut, logOutEverywhere } from './log-out.ts'
import { listBranches, listPersonas, listRoleGrants, profileOf } from './read.ts'
import { pollHandOff } from './poll-hand-off.ts'
import { recordDeparture } from './record-departure.ts'
import { refreshLogin } from './refresh-login.ts'
import { startHandOff } from './start-hand-off.ts'
import type { IssuedLogin } from './start-login.ts'

/** What a profile asks of slices above this one; given where the handlers are put together. */
export interface AskedAbove {
  isHost: (ctx: Ctx, employeeId: string) => Promise<boolean>
}

export function peopleHandlers({ isHost }: AskedAbove): Handlers<typeof peopleContract> {
  const me = async (ctx: Ctx, employeeId: string): Promise<Me> => ({
    ...(await profileOf(ctx, employeeId)),
    isHost: await isHost(ctx, employeeId),
  })
  const loginReply = async (ctx: Ctx, issued: IssuedLogin): Promise<Login> => ({
    accessToken: issued.accessToken,
    accessExpiresAt: issued.accessExpiresAt.toISOString(),
    refreshToken: issued.refreshToken,
    refreshExpiresAt: issued.refreshExpiresAt.toISOString(),
    me: await me(ctx, issued.employeeId),
  })
  return {
    startHandOff: (ctx, { body }) => startHandOff(ctx, body),
    pollHandOff: async (ctx, { body }) => {
      const { state, login } = await pollHandOff(ctx, body)
      return { state, login: login && (await loginReply(ctx, login)) }
    },
    viewHandOff: (ctx, { body }) => viewHandOff(ctx, body),
    confirmHandOff: (ctx, { body }) => confirmHandOff(ctx, body),
    cancelHandOff: (ctx, { body }) => cancelHandOff(ctx, body),
    getLoginWays: async (ctx) => ({ weComWeb: Boolean(ctx.app.platforms.wecomWeb) }),
    startWeComWebLogin: (ctx, { body }) => startWeComWebLogin(ctx, body),
    logInByWeComWeb: async (ctx, { body }) => loginReply(ctx, await logInByWeComWeb(ctx, body)),
    logInByWeCom: async (ctx, { body }) => loginReply(ctx, await logInByWeCom(ctx, body)),
    logInByWeChat: async (ctx, { body }) => loginReply(ctx, await logInByWeChat(ctx, body)),
    listPersonas: (ctx) => listPersonas(ctx),
    logInAsPersona: async (ctx, { body }) => loginReply(ctx, await logInAsPersona(ctx, body)),
    refreshLogin: async (ctx, { body }) => loginReply(ctx, await refreshLogin(ctx, body)),
    logOut: (ctx) => logOut(ctx),
    logOutEverywhere: (ctx) => logOutEverywhere(ctx),
    getMe: (ctx) => me(ctx, requireEmployee(ctx).employeeId),
    createOwnBindCode: (ctx) => giveOwnBindCode(ctx),
    createBindCode: (ctx, { params }) => giveBindCode(ctx, params.employeeId),
    endWeChatBinding: (ctx, { params }) => endWeChatBinding(ctx, params.employeeId),
    importEmployees: (ctx, { file }) => importEmployees(ctx, file),
    listEmployees: (ctx, { query }) => listEmployees(ctx, query),
    recordDeparture: (ctx, { params, body }) => recordDeparture(ctx, { ...params, ...body }),
    listBranches: (ctx, { query }) => listBranches(ctx, query),
    createBranch: (ctx, { body }) => createBranch(ctx, body),
    listRoleGrants: (ctx, { query }) => listRoleGrants(ctx, query),
    grantRole: (ctx, { body }) => grantRole(ctx, body),
    endRoleGrant: (ctx, { params }) => endRoleGrant(ctx, params.roleGrantId),
  }
}
