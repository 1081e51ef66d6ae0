import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps } from '../support/database.ts'
import { type Person, type Story, openStory, openWithSession, scanAt, serve } from '../support/story.ts'

let story: Story
let host: Person
let me: Person
beforeAll(async () => {
  story = await openStory()
  host = await story.person('周同学')
  me = await story.person('陈小禾')
})
afterAll(async () => {
  await story.close()
  await closeApps()
})

describe('a first activity', () => {
  let session: Awaited<ReturnType<typeof openWithSession>>
  let journalId: string

  it('is published by a second pair of eyes and found by a colleague', async () => {
    session = await openWithSession(story, host, 50)
    const found = await (await story.as(me)).listSessions({ query: { search: '红树林', branchId: story.branch.id } })
    expect(found.items).toMatchObject([{ id: session.sessionId, confirmed: 0, capacity: 50 }])
  })

  it('is signed up for, and then stands on the first screen', async () => {
    const asMe = await story.as(me)
    const before = await asMe.getSession({ params: { sessionId: session.sessionId } })
    expect(before).toMatchObject({ mine: null, privateDetails: null, earnings: { minutes: 180, creditFen: 30_000, points: 60 } })
    expect(await asMe.createSignup({ params: { sessionId: session.sessionId } })).toMatchObject({
      state: 'confirmed',
      waitlistPosition: null,
    })
    expect((await asMe.getHome()).next).toMatchObject({ session: { id: session.sessionId }, signup: { state: 'confirmed' } })
    expect(await asMe.getSession({ params: { sessionId: session.sessionId } })).toMatchObject({
      mine: { state: 'confirmed' },
      privateDetails: '集合微信群：见现场海报',
    })
  })

  it('posts nothing for scans alone', async () => {
    const { sessionId, startsAt } = session
    const early = scanAt(story, { at: addMinutes(startsAt, -31), host, who: me, kind: 'in' }, sessionId)
    await expect(early).rejects.toMatchObject({ code: 'too-early' })
    expect(await scanAt(story, { at: addMinutes(startsAt, -6), host, who: me, kind: 'in' }, sessionId)).toMatchObject({ repeated: false })
    expect(await (await story.as(host)).getArrivals({ params: { sessionId } })).toMatchObject({ arrived: 1, confirmed: 1 })
    expect((await (await story.as(me)).getMyBalances()).balances).toMatchObject({ minutes: 0, creditFen: 0, points: 0 })
  })

  it('turns into hours, credit and points in the moment they are issued', async () => {
    const issued = await serve(story, { host, people: [me], session })
    expect(issued).toMatchObject({ items: [{ minutes: 180, creditFen: 30_000, carriedMinutes: 0, points: 60 }], remaining: 0 })
    journalId = issued.items[0]!.journalId!
    const { balances, nextGrant } = await (await story.as(me)).getMyBalances()
    expect(balances).toMatchObject({ minutes: 180, creditFen: 30_000, points: 60, creditOwedFen: 0 })
    expect(nextGrant).toEqual({ unitMinutes: 60, carriedMinutes: 0, minutesToGo: 60, grantFen: 10_000 })
  })

  it('unlocks badges once the outbox has worked, for the volunteer and the host', async () => {
    const unlocked = async (who: Person) => {
      const { items } = await (await story.as(who)).listMyBadges()
      return items.filter(({ unlockedAt }) => unlockedAt !== null).map(({ code }) => code)
    }
    expect(await unlocked(me)).toEqual([])
    await story.work()
    expect(await unlocked(me)).toEqual(['first-activity'])
    expect(await unlocked(host)).toEqual(['first-hosted'])
  })

  it('is explained entry by entry, down to the scans and the policy versions', async () => {
    const asMe = await story.as(me)
    const { items } = await asMe.listMyStatement({ query: { account: 'credit' } })
    expect(items).toMatchObject([{ journalId, kind: 'hours-issued', amount: 30_000, servedOn: '2026-10-11', reversal: false }])
    const told = await asMe.getMyJournal({ params: { journalId }, query: {} })
    expect(told).toMatchObject({
      actor: { name: '周同学' },
      source: {
        session: { id: session.sessionId, title: '深圳湾红树林净滩 · 第 12 场' },
        attendance: { grade: 'A', minutes: 180, reason: null },
      },
      reverses: null,
      reversedBy: null,
    })
    const scans = told.source.kind === 'attendance' ? told.source.scans : []
    expect(scans.map(({ kind, accepted }) => [kind, accepted])).toEqual([
      ['in', false],
      ['in', true],
      ['in', true],
      ['out', true],
    ])
    expect(told.policies.map(({ kind }) => kind).toSorted()).toEqual(['matching', 'points'])
    const sums = new Map<string, number>()
    for (const { unit, amount } of told.entries) sums.set(unit, (sums.get(unit) ?? 0) + amount)
    expect([...sums.values()].every((sum) => sum === 0)).toBe(true)
    expect(told.entries).toContainEqual({ account: `${me.id}/credit`, unit: 'fen', amount: 30_000 })
  })

  it('is nobody else’s to open', async () => {
    const asHost = await story.as(host)
    await expect(asHost.getMyJournal({ params: { journalId }, query: {} })).rejects.toMatchObject({ code: 'not-found' })
  })
})
