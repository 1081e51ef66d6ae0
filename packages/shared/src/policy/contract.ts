import * as z from 'zod/mini'
import { page, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { policyKinds, policyVersion, publishPolicyInput } from './shapes.ts'

export const policyContract = {
  listPolicies: route({
    method: 'GET',
    path: '/policies',
    summary: 'Policy versions, newest first; the rules behind every number',
    access: 'employee',
    limit: 'read',
    query: z.object({ ...pageQuery, kind: z.optional(z.enum(policyKinds)) }),
    status: 200,
    reply: page(policyVersion),
    problems: [],
  }),
  publishPolicy: route({
    method: 'POST',
    path: '/policies',
    summary: 'Publish a policy version for service days from tomorrow on',
    access: ['operator'],
    limit: 'write',
    body: publishPolicyInput,
    status: 201,
    reply: policyVersion,
    problems: ['policy-in-the-past', 'policy-published-since', 'policy-day-taken'],
  }),
}
