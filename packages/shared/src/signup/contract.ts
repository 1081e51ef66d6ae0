import * as z from 'zod/mini'
import { page, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { id } from '../kernel/id.ts'
import { field, whole } from '../kernel/zod.ts'
import { session, sessionCard } from '../project/shapes.ts'
import { mySignup, rosterLine, signup } from './shapes.ts'

const sessionParams = z.object({ sessionId: id('session') })

export const signupContract = {
  getSession: route({
    method: 'GET',
    path: '/sessions/{sessionId}',
    summary: 'A session with places, earnings and where I stand',
    access: 'employee',
    limit: 'read',
    params: sessionParams,
    status: 200,
    reply: session,
    problems: [],
  }),
  createSignup: route({
    method: 'POST',
    path: '/sessions/{sessionId}/sign-ups',
    summary: 'Sign up: a place while there is one, else a place in the queue, in order of arrival',
    access: 'employee',
    limit: 'write',
    params: sessionParams,
    status: 201,
    reply: signup,
    problems: [
      'signup-not-open',
      'signup-closed',
      'project-not-published',
      'session-cancelled',
      'already-signed-up',
      'overlapping-session',
    ],
  }),
  cancelSignup: route({
    method: 'POST',
    path: '/sign-ups/{signupId}/cancellations',
    summary: 'Give the place back; it goes to the first person waiting',
    access: 'employee',
    limit: 'write',
    params: z.object({ signupId: id('signup') }),
    status: 201,
    reply: signup,
    problems: ['signup-cancelled', 'session-cancelled', 'session-started', 'already-checked-in'],
  }),
  listMySignups: route({
    method: 'GET',
    path: '/me/sign-ups',
    summary: 'My sign-ups, coming ones soonest first or past ones newest first',
    access: 'employee',
    limit: 'read',
    query: z.object({
      ...pageQuery,
      when: field(z._default(z.enum(['coming', 'past']), 'coming'), 'A session that has not ended is coming'),
    }),
    status: 200,
    reply: page(mySignup),
    problems: [],
  }),
  listRoster: route({
    method: 'GET',
    path: '/sessions/{sessionId}/sign-ups',
    summary: 'The roster, for hosts of the project: confirmed by name, the queue in order, then who cancelled late',
    access: 'host',
    limit: 'read',
    params: sessionParams,
    query: z.object({ ...pageQuery }),
    status: 200,
    reply: page(rosterLine),
    problems: ['host-required'],
  }),
  changeCapacity: route({
    method: 'PUT',
    path: '/sessions/{sessionId}/capacity',
    summary: 'Change the places of a session; added ones go to the queue in order',
    access: 'host',
    limit: 'write',
    params: sessionParams,
    body: z.object({ capacity: field(z.nullable(whole(1, 100_000)), 'Places; null for unlimited', 60) }),
    status: 200,
    reply: sessionCard,
    problems: ['host-required', 'session-started', 'session-cancelled', 'capacity-below-confirmed'],
  }),
}
