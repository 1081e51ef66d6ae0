import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps } from '../support/database.ts'
import { type MadeFund, makeFund } from '../support/giving.ts'
import { type Person, type Story, openStory, openWithSession, serve } from '../support/story.ts'

let story: Story
let host: Person
let me: Person
let lunch: MadeFund
let birds: MadeFund
beforeAll(async () => {
  story = await openStory()
  host = await story.person('周同学')
  me = await story.person('陈小禾')
  lunch = await makeFund(story.app)
  birds = await makeFund(story.app, { name: '候鸟守护' })
})
afterAll(async () => {
  await story.close()
  await closeApps()
})

const receivedBy = async (fund: MadeFund) => {
  const { transparency } = await (await story.as(me)).getFundProject({ params: { fundProjectId: fund.id } })
  return { receivedFen: transparency.receivedFen, givers: transparency.givers }
}

describe('hours that become a gift', () => {
  let now: Date
  let donationId: string

  it('bring credit', async () => {
    const session = await openWithSession(story, host)
    await (await story.as(me)).createSignup({ params: { sessionId: session.sessionId } })
    await serve(story, { host, people: [me], session })
    now = addMinutes(session.endsAt, 60)
    story.at(now)
    expect(await (await story.as(me)).getGivingTerms()).toMatchObject({ availableFen: 30_000, heldFen: 0, coolingMinutes: 30 })
  })

  it('are given to two projects, and nothing has arrived yet', async () => {
    const asMe = await story.as(me)
    const parts = [
      { fundProjectId: lunch.id, weight: 1 },
      { fundProjectId: birds.id, weight: 2 },
    ]
    const query = { totalFen: '25000', parts: `${lunch.id}:1,${birds.id}:2` }
    const preview = await asMe.previewDonation({ query })
    expect(preview).toMatchObject({ availableAfterFen: 5000, undoUntil: addMinutes(now, 30).toISOString() })
    const made = await asMe.createDonation({ body: { totalFen: 25_000, parts } })
    expect(made.parts.map(({ amountFen }) => amountFen)).toEqual(preview.parts.map(({ amountFen }) => amountFen))
    expect(made).toMatchObject({ state: 'held', coolsAt: preview.undoUntil, parts: [{ amountFen: 8333 }, { amountFen: 16_667 }] })
    donationId = made.id
    await story.work()
    expect(await receivedBy(lunch)).toEqual({ receivedFen: 0, givers: 0 })
    expect((await asMe.getMyBalances()).balances).toMatchObject({ creditFen: 5000, creditHeldFen: 25_000 })
  })

  it('can be taken back within the cooling time, and given again', async () => {
    story.at(addMinutes(now, 10))
    const asMe = await story.as(me)
    await asMe.cancelDonation({ params: { donationId } })
    expect((await asMe.getMyBalances()).balances).toMatchObject({ creditFen: 30_000, creditHeldFen: 0 })
    now = addMinutes(now, 20)
    story.at(now)
    const again = await (
      await story.as(me)
    ).createDonation({
      body: {
        totalFen: 'all',
        parts: [
          { fundProjectId: lunch.id, amountFen: 10_000 },
          { fundProjectId: birds.id, amountFen: 20_000 },
        ],
      },
    })
    donationId = again.id
  })

  it('arrive when the cooling time is over, and are beyond recall', async () => {
    story.at(addMinutes(now, 30))
    await story.work()
    const asMe = await story.as(me)
    expect((await asMe.getMyDonation({ params: { donationId } })).donation).toMatchObject({
      state: 'settled',
      parts: [
        { fundProject: { name: lunch.name }, amountFen: 10_000, state: 'settled' },
        { fundProject: { name: birds.name }, amountFen: 20_000, state: 'settled' },
      ],
    })
    await expect(asMe.cancelDonation({ params: { donationId } })).rejects.toMatchObject({ code: 'donation-not-held' })
    expect(await receivedBy(lunch)).toEqual({ receivedFen: 10_000, givers: 1 })
    expect(await receivedBy(birds)).toEqual({ receivedFen: 20_000, givers: 1 })
    expect((await asMe.getMyBalances()).balances).toMatchObject({ creditFen: 0, creditHeldFen: 0 })
  })

  it('leave a badge, and every movement opens into its donation', async () => {
    await story.work()
    const asMe = await story.as(me)
    const unlocked = (await asMe.listMyBadges()).items.filter(({ unlockedAt }) => unlockedAt !== null)
    expect(unlocked.map(({ code }) => code)).toContain('first-donation')
    const { items } = await asMe.listMyStatement({ query: { account: 'credit' } })
    expect(items.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['donation-held', -30_000],
      ['donation-released', 25_000],
      ['donation-held', -25_000],
      ['hours-issued', 30_000],
    ])
    expect(items[0]?.title).toEqual({ zh: `${lunch.name}等 2 个项目`, en: `${lunch.name} and 1 more` })
    const { source, policies } = await asMe.getMyJournal({ params: { journalId: items[0]!.journalId }, query: {} })
    expect(source).toMatchObject({ kind: 'donation', donationId, parts: [{ state: 'settled' }, { state: 'settled' }] })
    expect(policies.map(({ kind }) => kind)).toEqual(['giving'])
    expect((await asMe.listMyDonations({ query: {} })).items.map(({ state }) => state)).toEqual(['settled', 'cancelled'])
  })
})
