import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps } from '../support/database.ts'
import { type Person, type Story, openStory, openWithSession } from '../support/story.ts'

let story: Story
let host: Person
let people: [Person, Person, Person, Person, Person]
let session: Awaited<ReturnType<typeof openWithSession>>
beforeAll(async () => {
  story = await openStory()
  host = await story.person('周同学')
  const names = ['一', '二', '三', '四', '五'] as const
  people = (await Promise.all(names.map((name) => story.person(name)))) as typeof people
  session = await openWithSession(story, host, 2)
})
afterAll(async () => {
  await story.close()
  await closeApps()
})

const params = () => ({ sessionId: session.sessionId })
const standing = async (who: Person) => {
  const { mine } = await (await story.as(who)).getSession({ params: params() })
  return mine?.waitlistPosition ?? mine?.state ?? null
}
const standings = () => Promise.all(people.map(standing))

describe('a session with two places', () => {
  const signupIds = new Map<Person, string>()

  it('confirms the first two and lines the others up in order of arrival', async () => {
    for (const [index, who] of people.slice(0, 4).entries()) {
      story.at(story.minute(10 + index))
      signupIds.set(who, (await (await story.as(who)).createSignup({ params: params() })).id)
    }
    expect(await standings()).toEqual(['confirmed', 'confirmed', 1, 2, null])
  })

  it('gives a freed place to the first who waits, and says when', async () => {
    const [first, , third] = people
    story.at(story.minute(60))
    const cancelled = await (await story.as(first)).cancelSignup({ params: { signupId: signupIds.get(first)! } })
    expect(cancelled).toMatchObject({ state: 'cancelled', lateCancel: false })
    expect(await standings()).toEqual(['cancelled', 'confirmed', 'confirmed', 1, null])
    const { items } = await (await story.as(third)).listMySignups({ query: {} })
    expect(items).toMatchObject([{ signup: { state: 'confirmed', promotedAt: story.minute(60).toISOString() } }])
  })

  it('lets who gave a place back queue again at the end, with the history kept', async () => {
    const [first] = people
    story.at(story.minute(70))
    expect(await (await story.as(first)).createSignup({ params: params() })).toMatchObject({ state: 'waitlisted', waitlistPosition: 2 })
    await expect((await story.as(first)).createSignup({ params: params() })).rejects.toMatchObject({ code: 'already-signed-up' })
    expect(await standings()).toEqual([2, 'confirmed', 'confirmed', 1, null])
  })

  it('gives added places to the queue in order before anybody new', async () => {
    story.at(story.minute(80))
    const asHost = await story.as(host)
    expect(await asHost.changeCapacity({ params: params(), body: { capacity: 3 } })).toMatchObject({
      capacity: 3,
      confirmed: 3,
      waiting: 1,
    })
    const [, , , , fifth] = people
    expect(await (await story.as(fifth)).createSignup({ params: params() })).toMatchObject({ state: 'waitlisted', waitlistPosition: 2 })
    expect(await standings()).toEqual([1, 'confirmed', 'confirmed', 'confirmed', 2])
  })

  it('never drops anybody when places are taken away', async () => {
    const asHost = await story.as(host)
    const lowered = asHost.changeCapacity({ params: params(), body: { capacity: 2 } })
    await expect(lowered).rejects.toMatchObject({ code: 'capacity-below-confirmed', reply: { data: { capacity: 2, confirmed: 3 } } })
    expect(await standings()).toEqual([1, 'confirmed', 'confirmed', 'confirmed', 2])
  })

  it('shows the host the roster: who comes, then the queue in order', async () => {
    const { items } = await (await story.as(host)).listRoster({ params: params(), query: {} })
    expect(items.filter(({ state }) => state === 'confirmed')).toHaveLength(3)
    const [first, , , , fifth] = people
    expect(items.filter(({ state }) => state === 'waitlisted').map(({ person }) => person.id)).toEqual([first.id, fifth.id])
  })

  it('refuses the scan of somebody who still waits, with their place in the queue', async () => {
    story.at(session.startsAt)
    const { code } = await (await story.as(host)).getSessionCode({ params: params(), query: {} })
    const [first] = people
    await expect((await story.as(first)).scanCode({ body: { code } })).rejects.toMatchObject({
      code: 'still-waitlisted',
      reply: { data: { position: 1 } },
    })
  })
})
