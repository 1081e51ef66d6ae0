import * as z from 'zod/mini'
import { route } from '../http/route.ts'
import { proof } from './proof.ts'
import { balances, nextGrant } from './shapes.ts'

export const ledgerContract = {
  getMyBalances: route({
    method: 'GET',
    path: '/me/balances',
    summary: 'What I have and how far it is to the next unit of credit',
    access: 'employee',
    limit: 'read',
    status: 200,
    reply: z.object({ balances, nextGrant }),
    problems: [],
  }),
  proveLedger: route({
    method: 'GET',
    path: '/ledger/proof',
    summary: 'Recount the whole ledger now and report each invariant',
    access: ['auditor', 'operator'],
    limit: 'import',
    status: 200,
    reply: proof,
    problems: [],
  }),
}
