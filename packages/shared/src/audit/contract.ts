import * as z from 'zod/mini'
import { page, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { id } from '../kernel/id.ts'
import { day, field, text } from '../kernel/zod.ts'
import { auditGroups, auditLine } from './shapes.ts'

const word = z.string().check(z.trim(), z.regex(/^[\x21-\x7e]{1,48}$/))

export const auditContract = {
  listAuditRecords: route({
    method: 'GET',
    path: '/audit-records',
    summary: 'What was done, the newest first; reading it is recorded too',
    access: ['auditor'],
    limit: 'read',
    query: z.object({
      ...pageQuery,
      actorId: z.optional(id('employee')),
      person: z.optional(field(text(64), 'Part of the name, or beginning of the staff number, of who did it', '林一')),
      group: z.optional(field(z.enum(auditGroups), 'Part of the product', 'people')),
      action: z.optional(field(word, 'Exactly, as a line names it', 'role.granted')),
      subject: z.optional(field(word, 'Id of the thing', 'emp_0d3k9x2m4q7rt')),
      day: z.optional(day),
    }),
    status: 200,
    reply: page(auditLine),
    problems: [],
  }),
}
