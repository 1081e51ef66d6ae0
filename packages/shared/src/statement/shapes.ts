import * as z from 'zod/mini'
import { grade } from '../kernel/grade.ts'
import { id } from '../kernel/id.ts'
import { fen, minutes } from '../kernel/quantity.ts'
import { day, field, instant, named, whole } from '../kernel/zod.ts'
import { entry, journalKinds } from '../ledger/shapes.ts'
import { personRef } from '../people/shapes.ts'
import { policyVersion } from '../policy/shapes.ts'

/** Accounts a person reads a statement of. */
export const statementAccounts = ['hours', 'credit', 'points', 'leave'] as const
export type StatementAccount = (typeof statementAccounts)[number]

/** What a movement comes from, in both languages; a name has the same words in both. */
export const sourceTitle = named(
  'SourceTitle',
  'What a movement comes from, in both languages',
  z.object({ zh: z.string(), en: z.string() }),
)
export type SourceTitle = z.infer<typeof sourceTitle>

/** One line on a person's account list: what happened, with the way to its source. */
export const statementLine = named(
  'StatementLine',
  'A movement on one account of the person',
  z.object({
    journalId: id('journal'),
    kind: z.enum(journalKinds),
    account: z.enum(statementAccounts),
    amount: field(whole(-Number.MAX_SAFE_INTEGER), 'In the unit of the account: minutes, fen, points or minutes of leave', 30_000),
    servedOn: day,
    recordedAt: instant,
    reversal: z.boolean(),
    title: field(z.nullable(sourceTitle), 'Session, receipt or order it comes from; null where the kind says it all', {
      zh: '深圳湾红树林净滩 · 第 12 场',
      en: '深圳湾红树林净滩 · 第 12 场',
    }),
  }),
)
export type StatementLine = z.infer<typeof statementLine>

const attendanceSource = z.object({
  kind: z.literal('attendance'),
  session: z.object({ id: id('session'), title: z.string(), projectTitle: z.string(), startsAt: instant, endsAt: instant }),
  attendance: z.object({
    inAt: instant,
    outAt: z.nullable(instant),
    grade,
    minutes: field(minutes, 'Minutes this journal gives or takes back', 180),
    reason: field(z.nullable(z.string()), 'The host’s reason, or that of the correction'),
  }),
  scans: z.array(z.object({ kind: z.enum(['in', 'out']), means: z.enum(['code', 'named']), at: instant, accepted: z.boolean() })),
})

const claimSource = z.object({
  kind: z.literal('claim'),
  claimId: id('claim'),
  platform: field(z.string(), 'Name of the charity platform', '腾讯公益'),
  giftOn: field(day, 'Day of the own donation'),
  amountFen: field(fen, 'Own money given', 50_000),
  state: field(z.enum(['approved', 'refunded']), 'Only an approved claim reaches the ledger'),
})

const donationSource = z.object({
  kind: z.literal('donation'),
  donationId: id('donation'),
  parts: z.array(
    z.object({
      fundProjectId: id('fundProject'),
      fundProjectName: z.string(),
      amountFen: fen,
      state: z.enum(['held', 'settled', 'cancelled', 'returned']),
    }),
  ),
  coolsAt: field(instant, 'Until then it could be undone'),
  settledAt: z.nullable(instant),
})

const taskAwardSource = z.object({
  kind: z.literal('task-award'),
  taskId: id('pointTask'),
  taskName: sourceTitle,
})

const orderSource = z.object({
  kind: z.literal('order'),
  orderId: id('order'),
  itemName: sourceTitle,
  state: z.enum(['placed', 'picked-up', 'cancelled']),
})

const leaveSource = z.object({
  kind: z.literal('leave'),
  leaveId: id('leave'),
  leaveOn: field(day, 'The day off'),
  minutes: field(minutes, 'Minutes of leave', 240),
  session: z.object({ id: id('session'), title: z.string() }),
  state: z.enum(['requested', 'approved', 'declined', 'used', 'cancelled', 'returned']),
})

/** Where a journal comes from, by kind of source: each is told by the slice that owns it, `plain` by nobody. */
export const journalSource = named(
  'JournalSource',
  'What a journal comes from, told by the part of the product it belongs to',
  z.discriminatedUnion('kind', [
    attendanceSource,
    claimSource,
    donationSource,
    taskAwardSource,
    orderSource,
    leaveSource,
    z.object({ kind: z.literal('plain') }),
  ]),
)
export type JournalSource = z.infer<typeof journalSource>
export type JournalSourceOf<Kind extends JournalSource['kind']> = Extract<JournalSource, { kind: Kind }>

/** A journal opened to its sources: what it comes from → policy versions → entries. */
export const journalStory = named(
  'JournalStory',
  'A ledger journal of mine opened to its sources',
  z.object({
    line: statementLine,
    actor: field(z.nullable(personRef), 'Who acted; null for the system'),
    source: journalSource,
    policies: z.array(policyVersion),
    entries: z.array(entry),
    reverses: field(z.nullable(id('journal')), 'The journal this one takes back'),
    reversedBy: z.nullable(id('journal')),
    servedOn: day,
  }),
)
export type JournalStory = z.infer<typeof journalStory>
