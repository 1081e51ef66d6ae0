import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { makeEmployee } from '../../../../test/support/people.ts'
import { as, openSessionOf, projectScene } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import { policyVersion } from '../policy/tables.ts'
import { cancelSignup } from './cancel-sign-up.ts'
import { getSession } from './get-session.ts'
import { signUp } from './sign-up.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

describe('getSession', () => {
  it('shows what a session brings by the policies of today, and who hosts it', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, host, asStranger } = await projectScene(ctx, 'published')
      const session = await openSessionOf(ctx, project, { minutes: 150 })
      expect(await getSession(asStranger, session.id)).toMatchObject({
        id: session.id,
        earnings: { minutes: 150, creditFen: 20_000, points: 40 },
        hosts: [{ id: host.id }],
        iHost: false,
        mine: null,
        projectState: 'published',
        cancelReason: null,
      })
    }))

  it('says what leave there is and whether it earns credit, by the policies of the session’s year and day', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asStranger } = await projectScene(ctx, 'published')
      const terms = { allowanceMinutes: 960, halfDayMinutes: 240, earnsCredit: false }
      await ctx.db.insert(policyVersion).values({
        id: ctx.app.newId('policy'),
        kind: 'leave',
        label: 'next year',
        inForceFrom: '2031-01-01',
        settings: terms,
        publishedAt: ctx.now,
      })
      const leaveAt = async (day: string) => {
        const session = await openSessionOf(ctx, project, { startsAt: new Date(`${day}T06:00:00.000Z`) })
        return (await getSession(asStranger, session.id)).leave
      }
      expect(await leaveAt('2030-12-31')).toEqual({ allowanceMinutes: 480, earnsCredit: true })
      expect(await leaveAt('2031-01-02')).toEqual({ allowanceMinutes: 960, earnsCredit: false })
    }))

  it('says where I stand at each step', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asStranger, asLead } = await projectScene(ctx, 'published')
      const session = await openSessionOf(ctx, project, { capacity: 1 })
      const first = await signUp(asLead, session.id)
      const { id } = await signUp(asStranger, session.id)
      const mine = async () => (await getSession(asStranger, session.id)).mine
      expect(await mine()).toMatchObject({ signupId: id, state: 'waitlisted', waitlistPosition: 1 })
      await cancelSignup(asLead, first.id)
      expect(await mine()).toMatchObject({ signupId: id, state: 'confirmed', waitlistPosition: null })
      await cancelSignup(asStranger, id)
      expect(await mine()).toMatchObject({ signupId: id, state: 'cancelled', waitlistPosition: null })
      const again = await signUp(asStranger, session.id)
      expect(await mine()).toMatchObject({ signupId: again.id, state: 'confirmed', waitlistPosition: null })
    }))

  it('keeps private details for hosts and confirmed people', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost, asLead, asStranger } = await projectScene(ctx, 'published')
      const session = await openSessionOf(ctx, project, { capacity: 1, privateDetails: '会议号 123' })
      const seen = async (by: typeof asHost) => (await getSession(by, session.id)).privateDetails
      expect(await seen(asHost)).toBe('会议号 123')
      expect(await seen(asLead)).toBeNull()
      await signUp(asLead, session.id)
      await signUp(asStranger, session.id)
      expect(await seen(asLead)).toBe('会议号 123')
      expect(await seen(asStranger)).toBeNull()
    }))

  it('refuses the wrong role', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project } = await projectScene(ctx, 'published')
      const session = await openSessionOf(ctx, project)
      await expect(getSession(ctx, session.id)).rejects.toMatchObject({ code: 'login-required' })
      const me = as(ctx, await makeEmployee(ctx))
      await expect(getSession(me, 'ses_0000000000000')).rejects.toMatchObject({ code: 'not-found' })
    }))
})
