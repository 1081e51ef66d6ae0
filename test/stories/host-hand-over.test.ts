import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps } from '../support/database.ts'
import { type Person, type Story, openStory, openWithSession, scanAt, serve, sessionDraft } from '../support/story.ts'

const DAY = 1440

let story: Story
let first: Person
let successor: Person
let volunteer: Person
beforeAll(async () => {
  story = await openStory()
  first = await story.person('周同学')
  successor = await story.person('温以宁')
  volunteer = await story.person('陈小禾')
})
afterAll(async () => {
  await story.close()
  await closeApps()
})

describe('a project that changes hands', () => {
  let session: Awaited<ReturnType<typeof openWithSession>>

  it('runs once under its first host', async () => {
    session = await openWithSession(story, first)
    await (await story.as(volunteer)).createSignup({ params: { sessionId: session.sessionId } })
    expect((await serve(story, { host: first, people: [volunteer], session })).items).toHaveLength(1)
  })

  it('cannot be left without a host, and is handed over by adding one and ending the other', async () => {
    const params = { projectId: session.projectId }
    story.at(story.minute(10 * DAY))
    const asFirst = await story.as(first)
    const { hosts } = await asFirst.getProject({ params })
    const ending = { params: { ...params, projectHostId: hosts[0]!.id } }
    await expect(asFirst.endHost(ending)).rejects.toMatchObject({ code: 'last-host' })
    await asFirst.addHost({ params, body: { employeeId: successor.id, part: 'host' } })
    expect(await asFirst.endHost(ending)).toMatchObject({ person: { id: first.id }, startsOn: '2026-10-09', endsOn: '2026-10-19' })
  })

  it('shows both hosts, the present one first, with the days of each', async () => {
    const { hosts } = await (await story.as(volunteer)).getProject({ params: { projectId: session.projectId } })
    expect(hosts).toMatchObject([
      { person: { id: successor.id }, startsOn: '2026-10-19', endsOn: null },
      { person: { id: first.id }, startsOn: '2026-10-09', endsOn: '2026-10-19' },
    ])
  })

  it('obeys the new host and no longer the old one', async () => {
    const params = { projectId: session.projectId }
    const body = sessionDraft(story.minute(12 * DAY), story.minute(10 * DAY), null)
    await expect((await story.as(first)).openSession({ params, body })).rejects.toMatchObject({ code: 'host-required' })
    const { id: sessionId } = await (await story.as(successor)).openSession({ params, body })
    session = { ...session, sessionId, startsAt: story.minute(12 * DAY), endsAt: story.minute(12 * DAY + 180) }
    await expect((await story.as(first)).getSessionCode({ params: { sessionId }, query: {} })).rejects.toMatchObject({
      code: 'host-required',
    })
  })

  it('lets the old host come as a volunteer, with hours that the new host issues', async () => {
    await (await story.as(first)).createSignup({ params: { sessionId: session.sessionId } })
    expect(await serve(story, { host: successor, people: [first], session })).toMatchObject({ items: [{ minutes: 180 }], remaining: 0 })
    expect((await (await story.as(first)).getMyBalances()).balances.minutes).toBe(180)
  })

  it('keeps what was earned under the old host as it was', async () => {
    const { items } = await (await story.as(volunteer)).listMyStatement({ query: { account: 'hours' } })
    expect(items).toMatchObject([{ amount: 180, servedOn: '2026-10-11', reversal: false }])
    const told = await (await story.as(volunteer)).getMyJournal({ params: { journalId: items[0]!.journalId }, query: {} })
    expect(told.actor).toMatchObject({ id: first.id })
  })

  it('sends the own hours of a host to the branch lead, who is told so', async () => {
    const body = sessionDraft(story.minute(20 * DAY), story.minute(13 * DAY), null)
    story.at(story.minute(14 * DAY))
    const asHost = await story.as(successor)
    const { id: sessionId } = await asHost.openSession({ params: { projectId: session.projectId }, body })
    await asHost.createSignup({ params: { sessionId } })
    await scanAt(story, { at: story.minute(20 * DAY), host: successor, who: successor, kind: 'in' }, sessionId)
    await scanAt(story, { at: story.minute(20 * DAY + 180), host: successor, who: successor, kind: 'out' }, sessionId)
    story.at(story.minute(20 * DAY + 200))
    const again = await story.as(successor)
    const { items } = await again.listSessionHours({ params: { sessionId }, query: {} })
    expect(items).toMatchObject([{ ownHours: true, proposedMinutes: 180 }])
    await again.completeHours({ params: { sessionId }, body: { items: [{ attendanceId: items[0]!.attendanceId, minutes: 180 }] } })
    await expect(again.issueHours({ params: { sessionId }, body: {} })).rejects.toMatchObject({ code: 'nothing-to-issue' })

    const asLead = await story.as(story.lead)
    expect((await asLead.listToDos()).items).toMatchObject([{ kind: 'own-hours-to-issue', sessionId, count: 1 }])
    expect((await asLead.listHoursToIssue({ query: {} })).items).toMatchObject([{ sessionId, line: { person: { id: successor.id } } }])
    expect(await asLead.issueHours({ params: { sessionId }, body: {} })).toMatchObject({ items: [{ minutes: 180, creditFen: 30_000 }] })
    expect((await asLead.listToDos()).items).toEqual([])
  })
})
