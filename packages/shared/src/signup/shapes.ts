import * as z from 'zod/mini'
import { id } from '../kernel/id.ts'
import { field, instant, named, whole } from '../kernel/zod.ts'
import { personRef } from '../people/shapes.ts'
import { sessionCard } from '../project/shapes.ts'

export const signupStates = ['confirmed', 'waitlisted', 'cancelled'] as const
export type SignupState = (typeof signupStates)[number]

/** A sign-up (报名): a place taken, a place in the queue, or one given back. */
export const signup = named(
  'Signup',
  'A sign-up: confirmed, on the waitlist, or cancelled',
  z.object({
    id: id('signup'),
    sessionId: id('session'),
    state: z.enum(signupStates),
    waitlistPosition: field(z.nullable(whole(1)), 'Place in the queue, from 1; null unless waiting', 3),
    signedUpAt: instant,
    promotedAt: field(z.nullable(instant), 'When a freed place came to this person'),
    cancelledAt: z.nullable(instant),
    lateCancel: field(z.boolean(), 'Cancelled after the late-cancel time'),
  }),
)
export type Signup = z.infer<typeof signup>

export const mySignup = named('MySignup', 'A sign-up of mine with its session', z.object({ signup, session: sessionCard }))
export type MySignup = z.infer<typeof mySignup>

export const rosterLine = named(
  'RosterLine',
  'A person on the roster of a session',
  z.object({
    signupId: id('signup'),
    person: personRef,
    state: z.enum(signupStates),
    waitlistPosition: z.nullable(whole(1)),
    signedUpAt: instant,
    lateCancel: z.boolean(),
  }),
)
export type RosterLine = z.infer<typeof rosterLine>
