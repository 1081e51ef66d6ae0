import type { ledgerContract } from '@yijian/shared/ledger/contract'
import { nextGrantFor } from '@yijian/shared/ledger/rules'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { requireEmployee } from '../core/access.ts'
import type { Handlers } from '../core/http/handlers.ts'
import { policyOn } from '../policy/index.ts'
import type { Invariant } from './invariant.ts'
import { proveLedger } from './prove-ledger.ts'
import { readBalances } from './read.ts'

/** The handlers; `further` are invariants that slices above bring to the proof. */
export function ledgerHandlers(further: readonly Invariant[]): Handlers<typeof ledgerContract> {
  return {
    getMyBalances: async (ctx) => {
      const balances = await readBalances(ctx, requireEmployee(ctx).employeeId)
      const { settings } = await policyOn(ctx, 'matching', shanghaiDay(ctx.now))
      return { balances, nextGrant: nextGrantFor(balances.carriedMinutes, settings) }
    },
    proveLedger: (ctx) => proveLedger(ctx, further),
  }
}
