import { type IssueFacts, MOST_PEOPLE_AT_ONCE, canIssue, minutesAsShown } from '@yijian/shared/hours/rules'
import type { Confirmed, Issued } from '@yijian/shared/hours/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { type EntryDraft, type Holdings, holdingsAfter, hoursEntries } from '@yijian/shared/ledger/rules'
import { branchesLed, holdsRole, requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce, refuse } from '../core/problems.ts'
import { leaveWithoutCredit } from '../leave/index.ts'
import { lockBalances, post } from '../ledger/index.ts'
import { branchById } from '../people/index.ts'
import { type SessionFacts, isHostOf, lockSeat, sessionById } from '../project/index.ts'
import { type LineRow, hostIdsFor, linesOf, waitingLines } from './read.ts'
import { countCompleted, saveIssued } from './repo.ts'
import { HOURS_SCOPE, type Valuation, heldBy, valuationOn, withoutCredit } from './valuation.ts'

/**
 * Issues confirmed hours (下发): for each person one journal with minutes, credit and points, all in this transaction.
 * Hosts issue to everybody but hosts; a lead of the branch issues to hosts. A second issue finds nothing that waits, and
 * the key of each journal would refuse it all the same.
 *
 * @throws Problem `host-required`, `other-branch`, `own-hours`, `hours-state`, `minutes-moved`, `nothing-to-issue`
 */
export async function issueHours(
  ctx: Ctx,
  sessionId: string,
  shown?: readonly Confirmed[],
): Promise<{ items: Issued[]; remaining: number }> {
  return inTransaction(ctx, async (ctx) => {
    // The session is the first lock of all that moves its hours, so that two issues take turns.
    await lockSeat(ctx, sessionId)
    const session = await sessionById(ctx, sessionId)
    const servedOn = shanghaiDay(session.startsAt)
    const issuer = await requireIssuer(ctx, session, servedOn)
    const lines = shown === undefined ? await allIssuable(ctx, session, issuer) : await allNamed(ctx, shown, { session, issuer })
    const holdings = await lockBalances(
      ctx,
      lines.map(({ person }) => person.id),
    )
    const valuationFor = await valuationsFor(ctx, sessionId, servedOn)
    const grants = lines.map((line) => grantFor(line, heldBy(holdings, line.person.id), valuationFor(line.person.id)))
    const journalIds = await postGrants(ctx, grants, servedOn)
    const items = grants.map((grant) => toIssued(grant, journalIds.get(grant.attendanceId) ?? null))
    await saveIssued(ctx, issuer.actorId, items)
    await record(ctx, { action: 'hours.issued', subject: sessionId, detail: { attendanceIds: items.map((item) => item.attendanceId) } })
    await put(
      ctx,
      'hours.issued',
      ...grants.flatMap(({ attendanceId, employeeId }) => {
        const journalId = journalIds.get(attendanceId)
        return journalId === undefined ? [] : [{ attendanceId, employeeId, journalId }]
      }),
    )
    return { items, remaining: await countCompleted(ctx, sessionId) }
  })
}

interface Issuer extends Pick<IssueFacts, 'actorId' | 'actorHosts' | 'actorLeads' | 'projectId'> {
  hostIds: ReadonlySet<string>
}

/** Who may issue anything at all here: a host of the project or a lead of its branch. */
async function requireIssuer(ctx: Ctx, session: SessionFacts, servedOn: string): Promise<Issuer> {
  const actor = requireEmployee(ctx)
  const { projectId, branchId } = session
  const actorHosts = await isHostOf(ctx, projectId, actor.employeeId)
  const actorLeads = branchesLed(actor).includes(branchId)
  if (!actorHosts && !actorLeads) {
    if (!holdsRole(actor, 'branch-lead')) throw refuse('host-required', { projectId })
    throw refuse('other-branch', { branch: (await branchById(ctx, branchId)).name })
  }
  return { actorId: actor.employeeId, actorHosts, actorLeads, projectId, hostIds: await hostIdsFor(ctx, projectId, servedOn) }
}

function verdictOn({ person, record }: LineRow, { hostIds, ...issuer }: Issuer) {
  return canIssue({ ...issuer, earner: { ...person, hosts: hostIds.has(person.id) }, state: record?.state ?? 'attended' })
}

async function allIssuable(ctx: Ctx, session: SessionFacts, issuer: Issuer): Promise<LineRow[]> {
  const waiting = await waitingLines(ctx, session.id)
  const mine = waiting.filter((line) => verdictOn(line, issuer).ok).slice(0, MOST_PEOPLE_AT_ONCE)
  if (mine.length === 0) throw refuse('nothing-to-issue', { completed: waiting.length })
  return mine
}

async function allNamed(
  ctx: Ctx,
  shown: readonly Confirmed[],
  { session, issuer }: { session: SessionFacts; issuer: Issuer },
): Promise<LineRow[]> {
  const minutesShown = new Map(shown.map(({ attendanceId, minutes }) => [attendanceId, minutes]))
  const lines = await linesOf(ctx, session.id, [...minutesShown.keys()])
  if (lines.length < minutesShown.size) throw refuse('not-found', { what: 'attendance' })
  for (const line of lines) {
    enforce(verdictOn(line, issuer))
    const { attendance, person, record } = line
    // Until they are issued a host may confirm them anew, and nobody vouches for minutes they have not seen.
    const minutes = record?.minutes ?? 0
    enforce(minutesAsShown({ name: person.name, minutesShown: minutesShown.get(attendance.id) ?? minutes, minutes }))
  }
  return lines
}

/** How each person's minutes are valued: all alike, but for those on leave that earns no credit. */
async function valuationsFor(ctx: Ctx, sessionId: string, servedOn: string): Promise<(employeeId: string) => Valuation> {
  const valuation = await valuationOn(ctx, servedOn)
  const onLeave = await leaveWithoutCredit(ctx, { sessionId, servedOn })
  if (onLeave === null) return () => valuation
  const creditless = withoutCredit(valuation, onLeave.policyId)
  return (employeeId) => (onLeave.employeeIds.has(employeeId) ? creditless : valuation)
}

interface Grant {
  attendanceId: string
  employeeId: string
  asked: { employeeId: string; minutes: number; grade: string }
  policyIds: readonly string[]
  entries: EntryDraft[]
  before: Holdings
  after: Holdings
}

function grantFor({ attendance, person, record }: LineRow, before: Holdings, { policyIds, rules }: Valuation): Grant {
  if (record === null) throw new Error(`${attendance.id} has no confirmed minutes`)
  const { minutes, grade } = record
  const entries = hoursEntries({ employeeId: person.id, minutes, grade, holdings: before }, rules)
  const asked = { employeeId: person.id, minutes, grade }
  const after = holdingsAfter(before, person.id, entries)
  return { attendanceId: attendance.id, employeeId: person.id, asked, policyIds, entries, before, after }
}

/** Journal ids by attendance; whoever has no minutes gets no journal. */
async function postGrants(ctx: Ctx, grants: readonly Grant[], servedOn: string): Promise<Map<string, string>> {
  const drafts = grants
    .filter(({ entries }) => entries.length > 0)
    .map(({ attendanceId, asked, policyIds, entries }) => ({
      kind: 'hours-issued' as const,
      sourceId: attendanceId,
      servedOn,
      policyIds,
      scope: HOURS_SCOPE,
      idempotencyKey: `${attendanceId}/1`,
      asked,
      entries,
    }))
  const posted = drafts.length === 0 ? [] : await post(ctx, drafts)
  return new Map(drafts.flatMap(({ sourceId }, index) => (posted[index] === undefined ? [] : [[sourceId, posted[index].journalId]])))
}

function toIssued({ attendanceId, asked, before, after }: Grant, journalId: string | null): Issued {
  return {
    attendanceId,
    journalId,
    minutes: asked.minutes,
    creditFen: after.creditFen + after.owedFen - before.creditFen - before.owedFen,
    carriedMinutes: after.carriedMinutes,
    points: after.points - before.points,
  }
}
