import { accountOf } from '@yijian/shared/ledger/accounts'
import type { EmployeeAccount } from '@yijian/shared/ledger/shapes'
import type { NoticeFacts } from '@yijian/shared/notify/shapes'
import { and, desc, eq, inArray, like } from 'drizzle-orm'
import { attendance } from '../attendance/tables.ts'
import { awardCycle, nomination } from '../award/tables.ts'
import { claim } from '../claim/tables.ts'
import type { Ctx } from '../core/context.ts'
import { fundProject } from '../fund/tables.ts'
import { donation, donationPart } from '../giving/tables.ts'
import { leaveRequest } from '../leave/tables.ts'
import { entry, journal } from '../ledger/tables.ts'
import { employee, wechatBinding } from '../people/tables.ts'
import { shopItem, shopOrder } from '../points/tables.ts'
import { project, projectHost, projectReview, session } from '../project/tables.ts'
import { signup } from '../signup/tables.ts'
import type { NoticeDraft } from './make-notices.ts'

/** How the platforms know a person. */
export async function contactsOf(
  ctx: Ctx,
  employeeId: string,
): Promise<{ wecomUserId: string | null; openid: string | null; leftOn: string | null }> {
  const [row] = await ctx.db
    .select({ wecomUserId: employee.wecomUserId, leftOn: employee.leftOn, openid: wechatBinding.openid })
    .from(employee)
    .leftJoin(wechatBinding, and(eq(wechatBinding.employeeId, employee.id), eq(wechatBinding.active, 1)))
    .where(eq(employee.id, employeeId))
  return row ?? { wecomUserId: null, openid: null, leftOn: null }
}

const sessionFacts = {
  sessionId: session.id,
  projectTitle: project.title,
  sessionTitle: session.title,
  startsAt: session.startsAt,
  place: session.place,
  sessionState: session.state,
  cancelReason: session.cancelReason,
  movedAt: session.movedAt,
}

/** A sign-up with the session it is for. */
export async function signupFacts(ctx: Ctx, signupId: string) {
  const [row] = await ctx.db
    .select({ signupId: signup.id, employeeId: signup.employeeId, state: signup.state, ...sessionFacts })
    .from(signup)
    .innerJoin(session, eq(session.id, signup.sessionId))
    .innerJoin(project, eq(project.id, session.projectId))
    .where(eq(signup.id, signupId))
  return row
}

/** Everybody who has a place or waits for one. */
export async function signedUpTo(ctx: Ctx, sessionId: string, states: ('confirmed' | 'waitlisted')[]) {
  return ctx.db
    .select({ signupId: signup.id, employeeId: signup.employeeId, state: signup.state, signedUpAt: signup.signedUpAt, ...sessionFacts })
    .from(signup)
    .innerJoin(session, eq(session.id, signup.sessionId))
    .innerJoin(project, eq(project.id, session.projectId))
    .where(and(eq(signup.sessionId, sessionId), inArray(signup.state, states)))
}

/** What a journal of hours brought a person, and the session it comes from. */
export async function hoursFacts(ctx: Ctx, { journalId, employeeId }: { journalId: string; employeeId: string }) {
  const [row] = await ctx.db
    .select(sessionFacts)
    .from(journal)
    .innerJoin(attendance, eq(attendance.id, journal.sourceId))
    .innerJoin(session, eq(session.id, attendance.sessionId))
    .innerJoin(project, eq(project.id, session.projectId))
    .where(eq(journal.id, journalId))
  if (row === undefined) return undefined
  const moved = await movedBy(ctx, journalId, employeeId)
  return { ...row, minutes: moved('hours'), amountFen: moved('credit') + moved('credit-owed') }
}

/** What a journal moved on each account of a person; a journal meets an account once. */
async function movedBy(ctx: Ctx, journalId: string, employeeId: string): Promise<(account: EmployeeAccount) => number> {
  const rows = await ctx.db
    .select({ accountId: entry.accountId, amount: entry.amount })
    .from(entry)
    .where(and(eq(entry.journalId, journalId), like(entry.accountId, `${employeeId}/%`)))
  const amounts = new Map(rows.map(({ accountId, amount }) => [accountId, amount]))
  return (account) => amounts.get(accountOf(employeeId, account)) ?? 0
}

/** What arrived at fund projects, or came back from them. */
export async function donationFacts(ctx: Ctx, donationId: string, state: 'settled' | 'returned'): Promise<NoticeDraft | null> {
  const parts = await ctx.db
    .select({ employeeId: donation.employeeId, name: fundProject.name, amountFen: donationPart.amountFen })
    .from(donationPart)
    .innerJoin(donation, eq(donation.id, donationPart.donationId))
    .innerJoin(fundProject, eq(fundProject.id, donationPart.fundProjectId))
    .where(and(eq(donationPart.donationId, donationId), eq(donationPart.state, state)))
    .orderBy(donationPart.partNo)
  const [first] = parts
  if (first === undefined) return null
  const facts = { names: parts.map(({ name }) => name), amountFen: parts.reduce((total, { amountFen }) => total + amountFen, 0) }
  const kind = state === 'settled' ? 'donation-settled' : 'donation-returned'
  return { employeeId: first.employeeId, kind, subject: donationId, facts, opens: { page: 'donation', id: donationId } }
}

/** The decision on a claim; sent again after a correction it is another occasion. */
export async function claimFacts(ctx: Ctx, claimId: string): Promise<NoticeDraft | null> {
  const [row] = await ctx.db.select().from(claim).where(eq(claim.id, claimId))
  if (row === undefined || row.state === 'submitted' || row.state === 'refunded') return null
  const { employeeId, state, reason, round, journalId } = row
  const moved = journalId === null ? () => 0 : await movedBy(ctx, journalId, employeeId)
  const facts = { gift: giftOf(row), amountFen: moved('credit') + moved('credit-owed'), decision: state, reason }
  return { employeeId, kind: 'claim-decided', subject: `${claimId}/${round}`, facts, opens: { page: 'claim', id: claimId } }
}

/** A matched donation that was refunded, and what went back with it. */
export async function refundFacts(ctx: Ctx, claimId: string): Promise<NoticeDraft | null> {
  const [row] = await ctx.db.select().from(claim).where(eq(claim.id, claimId))
  if (row === undefined || row.refundJournalId === null) return null
  const { employeeId, refundReason, refundJournalId } = row
  const moved = await movedBy(ctx, refundJournalId, employeeId)
  const owedFen = Math.abs(moved('credit-owed'))
  const facts = { gift: giftOf(row), amountFen: owedFen + Math.abs(moved('credit')), owedFen, reason: refundReason }
  return { employeeId, kind: 'claim-refunded', subject: claimId, facts, opens: { page: 'claim', id: claimId } }
}

function giftOf({ platform, platformName, amountFen }: typeof claim.$inferSelect): NonNullable<NoticeFacts['gift']> {
  return { platform, platformName, amountFen }
}

/** An order that the desk cancelled; who cancels their own knows. */
export async function cancelledOrderFacts(ctx: Ctx, orderId: string): Promise<NoticeDraft | null> {
  const [row] = await ctx.db
    .select({ order: shopOrder, title: shopItem.name })
    .from(shopOrder)
    .innerJoin(shopItem, eq(shopItem.id, shopOrder.itemId))
    .where(eq(shopOrder.id, orderId))
  if (row === undefined || row.order.state !== 'cancelled' || row.order.endedBy === row.order.employeeId) return null
  const { employeeId, cancelReason: reason } = row.order
  return {
    employeeId,
    kind: 'order-cancelled',
    subject: orderId,
    facts: { title: row.title, reason },
    opens: { page: 'order', id: orderId },
  }
}

/** The latest review of a project, for each who hosts it. */
export async function reviewFacts(ctx: Ctx, projectId: string): Promise<NoticeDraft[]> {
  const [latest] = await ctx.db
    .select({ id: projectReview.id, decision: projectReview.decision, reason: projectReview.reason, title: project.title })
    .from(projectReview)
    .innerJoin(project, eq(project.id, projectReview.projectId))
    .where(eq(projectReview.projectId, projectId))
    .orderBy(desc(projectReview.decidedAt), desc(projectReview.id))
    .limit(1)
  if (latest === undefined) return []
  const hosts = await ctx.db
    .select({ employeeId: projectHost.employeeId })
    .from(projectHost)
    .where(and(eq(projectHost.projectId, projectId), eq(projectHost.active, 1)))
  const { id: subject, title, reason } = latest
  const decision = latest.decision === 'published' ? ('approved' as const) : ('returned' as const)
  const opens = { page: 'project' as const, id: projectId }
  return hosts.map(({ employeeId }) => ({ employeeId, kind: 'project-reviewed', subject, facts: { title, decision, reason }, opens }))
}

/** A session whose title begins with that of its project needs no more. */
export function titleOf(projectTitle: string, sessionTitle: string): string {
  return sessionTitle.startsWith(projectTitle) ? sessionTitle : `${projectTitle} · ${sessionTitle}`
}

/** How leave was decided, or that it came back. */
export async function leaveFacts(ctx: Ctx, leaveId: string): Promise<NoticeDraft | null> {
  const [row] = await ctx.db
    .select({ leave: leaveRequest, sessionTitle: session.title, projectTitle: project.title, startsAt: session.startsAt })
    .from(leaveRequest)
    .innerJoin(session, eq(session.id, leaveRequest.sessionId))
    .innerJoin(project, eq(project.id, session.projectId))
    .where(eq(leaveRequest.id, leaveId))
  if (row === undefined) return null
  const { employeeId, state, minutes, reason } = row.leave
  const facts = { title: titleOf(row.projectTitle, row.sessionTitle), at: row.startsAt.toISOString(), minutes }
  const about = { employeeId, subject: leaveId, opens: { page: 'leave' as const, id: leaveId } }
  if (state === 'returned') return { ...about, kind: 'leave-returned', facts }
  if (state !== 'approved' && state !== 'declined') return null
  return { ...about, kind: 'leave-decided', facts: { ...facts, decision: state, reason } }
}

/** A nomination that waits for the nominee; who nominated themself knows. */
export async function nominationFacts(ctx: Ctx, nominationId: string): Promise<NoticeDraft | null> {
  const [row] = await ctx.db
    .select({ employeeId: nomination.nomineeId, state: nomination.state, year: awardCycle.year })
    .from(nomination)
    .innerJoin(awardCycle, eq(awardCycle.id, nomination.cycleId))
    .where(eq(nomination.id, nominationId))
  if (row === undefined || row.state !== 'proposed') return null
  return {
    employeeId: row.employeeId,
    kind: 'nomination-made',
    subject: nominationId,
    facts: { year: row.year },
    opens: { page: 'nomination', id: nominationId },
  }
}
