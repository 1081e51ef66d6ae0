import type { statementContract } from '@yijian/shared/statement/contract'
import type { Handlers } from '../core/http/handlers.ts'
import type { Teller } from '../ledger/index.ts'
import { getMyJournal } from './get-my-journal.ts'
import { listMyStatement } from './list-my-statement.ts'

/** The handlers; `tellers` are what slices above know of the sources of journals. */
export function statementHandlers(tellers: readonly Teller[]): Handlers<typeof statementContract> {
  return {
    listMyStatement: (ctx, { query }) => listMyStatement(ctx, query, tellers),
    getMyJournal: (ctx, { params, query }) => getMyJournal(ctx, { ...params, ...query }, tellers),
  }
}
