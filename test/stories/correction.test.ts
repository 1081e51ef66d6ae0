import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps } from '../support/database.ts'
import { type Person, type Story, openStory, openWithSession, serve } from '../support/story.ts'

let story: Story
let host: Person
let me: Person
let attendanceId: string
let firstJournal: string
beforeAll(async () => {
  story = await openStory()
  host = await story.person('周同学')
  me = await story.person('陈小禾')
  const session = await openWithSession(story, host)
  await (await story.as(me)).createSignup({ params: { sessionId: session.sessionId } })
  const { items } = await serve(story, { host, people: [me], session })
  attendanceId = items[0]!.attendanceId
  firstJournal = items[0]!.journalId!
  await story.work()
})
afterAll(async () => {
  await story.close()
  await closeApps()
})

const balances = async () => (await (await story.as(me)).getMyBalances()).balances
const unlocked = async () => {
  const { items } = await (await story.as(me)).listMyBadges()
  return items.filter(({ unlockedAt }) => unlockedAt !== null).map(({ code }) => code)
}

describe('hours that were issued wrong', () => {
  const params = () => ({ attendanceId })

  it('show the whole effect before anything is changed', async () => {
    const preview = await (await story.as(story.lead)).previewCorrection({ params: params(), query: { minutes: 90 } })
    expect(preview).toMatchObject({
      minutesBefore: 180,
      minutesAfter: 90,
      creditChangeFen: -20_000,
      owedChangeFen: 0,
      pointsChange: -40,
      carriedMinutesAfter: 30,
      badgesSuspended: [],
    })
    expect(await balances()).toMatchObject({ minutes: 180, creditFen: 30_000, points: 60 })
  })

  it('are corrected by the branch lead alone', async () => {
    const body = { minutes: 90, minutesBefore: 180, reason: '中途离开' }
    await expect((await story.as(host)).correctHours({ params: params(), body })).rejects.toMatchObject({ code: 'role-required' })
    const asLead = await story.as(story.lead)
    const key = { key: 'correction-story-1' }
    const done = await asLead.correctHours({ params: params(), body }, key)
    expect(done.effect).toMatchObject({ minutesAfter: 90, creditChangeFen: -20_000, pointsChange: -40, carriedMinutesAfter: 30 })
    // A lost answer: the same wish again is answered as it was, though the minutes have moved by itself.
    expect(await asLead.correctHours({ params: params(), body }, key)).toEqual(done)
    expect(await balances()).toMatchObject({ minutes: 90, creditFen: 10_000, points: 20, carriedMinutes: 30 })
  })

  it('stay in the account: the old journal, its reversal and the new one', async () => {
    const asMe = await story.as(me)
    const { items } = await asMe.listMyStatement({ query: { account: 'credit' } })
    expect(items.map(({ amount, reversal }) => ({ amount, reversal }))).toEqual([
      { amount: 10_000, reversal: false },
      { amount: -30_000, reversal: true },
      { amount: 30_000, reversal: false },
    ])
    const reversal = items[1]!.journalId
    const told = await asMe.getMyJournal({ params: { journalId: firstJournal }, query: {} })
    expect(told.reversedBy).toBe(reversal)
    expect(await asMe.getMyJournal({ params: { journalId: reversal }, query: {} })).toMatchObject({ reverses: firstJournal })
  })

  it('are not corrected by another lead who still sees what was in force before', async () => {
    const other = await story.person('赵负责人', { leads: story.branch })
    const asOther = await story.as(other)
    const body = { minutes: 60, minutesBefore: 180, reason: '核对' }
    await expect(asOther.correctHours({ params: params(), body })).rejects.toMatchObject({
      code: 'minutes-moved',
      reply: { status: 409, data: { minutesShown: 180, minutes: 90 } },
    })
    expect(await balances()).toMatchObject({ minutes: 90, creditFen: 10_000 })
  })

  it('cannot be corrected to what they are, or above the session', async () => {
    const asLead = await story.as(story.lead)
    const correct = (minutes: number) => asLead.correctHours({ params: params(), body: { minutes, minutesBefore: 90, reason: '核对' } })
    await expect(correct(90)).rejects.toMatchObject({ code: 'minutes-unchanged' })
    await expect(correct(181)).rejects.toMatchObject({ code: 'minutes-above-session' })
  })

  it('take the badge with them when nothing is left, and give it back with the hours', async () => {
    const asLead = await story.as(story.lead)
    expect(await unlocked()).toEqual(['first-activity'])
    expect(await asLead.previewCorrection({ params: params(), query: { minutes: 0 } })).toMatchObject({
      badgesSuspended: ['first-activity'],
    })
    await asLead.correctHours({ params: params(), body: { minutes: 0, minutesBefore: 90, reason: '登记有误' } })
    await story.work()
    expect(await unlocked()).toEqual([])
    expect(await balances()).toMatchObject({ minutes: 0, creditFen: 0, points: 0, carriedMinutes: 0, creditOwedFen: 0 })
    await asLead.correctHours({ params: params(), body: { minutes: 180, minutesBefore: 0, reason: '复核后恢复' } })
    await story.work()
    expect(await unlocked()).toEqual(['first-activity'])
    expect(await balances()).toMatchObject({ minutes: 180, creditFen: 30_000, points: 60 })
  })
})
