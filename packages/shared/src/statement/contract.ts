import * as z from 'zod/mini'
import { page, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { id } from '../kernel/id.ts'
import { field } from '../kernel/zod.ts'
import { journalStory, statementAccounts, statementLine } from './shapes.ts'

export const statementContract = {
  listMyStatement: route({
    method: 'GET',
    path: '/me/statement',
    summary: 'Movements on my hours, credit, points or leave, the newest first',
    access: 'employee',
    limit: 'read',
    query: z.object({ ...pageQuery, account: z.enum(statementAccounts) }),
    status: 200,
    reply: page(statementLine),
    problems: [],
  }),
  getMyJournal: route({
    method: 'GET',
    path: '/me/journals/{journalId}',
    summary: 'One of my journals opened to its sources: what it comes from, policy versions, entries',
    access: 'employee',
    limit: 'read',
    params: z.object({ journalId: id('journal') }),
    query: z.object({ account: field(z._default(z.enum(statementAccounts), 'credit'), 'Which movement to tell') }),
    status: 200,
    reply: journalStory,
    problems: [],
  }),
}
