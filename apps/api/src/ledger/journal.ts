import { hash } from 'node:crypto'
import { type Line, balancedLines } from '@yijian/shared/ledger/balanced'
import type { EntryDraft } from '@yijian/shared/ledger/rules'
import type { JournalKind } from '@yijian/shared/ledger/shapes'
import type { Ctx } from '../core/context.ts'

/** What a verb wants posted. */
export interface JournalDraft {
  kind: JournalKind
  /** What it comes from, e.g. an attendance. */
  sourceId: string
  /** Business day in Shanghai. */
  servedOn: string
  /** Policy versions that valued it. */
  policyIds: readonly string[]
  /** Scope and key name the deed: it is posted once, however often it is asked for. */
  scope: string
  idempotencyKey: string
  /**
   * What was asked for, e.g. person, minutes and grade. The same key with something else is refused; the entries cannot
   * tell, because they follow from balances that move on.
   */
  asked: Readonly<Record<string, string | number>>
  /** The journal this one takes back. */
  reverses?: string | undefined
  entries: readonly EntryDraft[]
}

/** A journal as it is stored: checked, ordered, numbered and hashed. */
export interface SealedJournal {
  id: string
  kind: string
  sourceId: string
  servedOn: string
  policyIds: readonly string[]
  actorId: string | null
  scope: string
  idempotencyKey: string
  requestHash: string
  reverses: string | null
  recordedAt: Date
  leafHash: string
  entries: readonly Line[]
}

export function sealJournal(ctx: Ctx, draft: JournalDraft): SealedJournal {
  const { kind, sourceId, servedOn, policyIds, scope, idempotencyKey, asked, reverses = null } = draft
  const journal = {
    id: ctx.app.newId('journal'),
    kind,
    sourceId,
    servedOn,
    policyIds,
    actorId: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
    scope,
    idempotencyKey,
    requestHash: sha256([kind, sourceId, servedOn, reverses, Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1))]),
    reverses,
    recordedAt: ctx.now,
    entries: balancedLines(draft.entries),
  }
  return { ...journal, leafHash: leafHash(journal) }
}

/** SHA-256 over everything a journal says, in a fixed order: whatever is edited later, header or entry, no longer fits it. */
export function leafHash(journal: Omit<SealedJournal, 'leafHash'>): string {
  const { id, kind, sourceId, servedOn, policyIds, actorId, scope, idempotencyKey, requestHash, reverses, recordedAt, entries } = journal
  const lines = entries.map(({ lineNo, account, unit, amount }) => [lineNo, account, unit, amount])
  return sha256([
    id,
    kind,
    sourceId,
    servedOn,
    policyIds,
    actorId,
    scope,
    idempotencyKey,
    requestHash,
    reverses,
    recordedAt.toISOString(),
    lines,
  ])
}

function sha256(value: unknown): string {
  return hash('sha256', JSON.stringify(value))
}
