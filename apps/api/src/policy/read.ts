import type { Page } from '@yijian/shared/http/page'
import type { PolicyKind, PolicySettings, PolicyVersion } from '@yijian/shared/policy/shapes'
import { id } from '@yijian/shared/kernel/id'
import { and, desc, eq, inArray, lt, lte } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { toVersion } from './repo.ts'
import { policyVersion } from './tables.ts'

/** A version of one kind, with that kind's settings. */
export interface VersionOf<K extends PolicyKind> {
  id: string
  kind: K
  label: string
  inForceFrom: string
  settings: PolicySettings[K]
}

/** The version in force on a service day; a fact is never valued by a later rule (product rule, section 5). */
export async function policyOn<K extends PolicyKind>(ctx: Ctx, kind: K, day: string): Promise<VersionOf<K>> {
  const [row] = await ctx.db
    .select()
    .from(policyVersion)
    .where(and(eq(policyVersion.kind, kind), lte(policyVersion.inForceFrom, day)))
    .orderBy(desc(policyVersion.inForceFrom))
    .limit(1)
  if (row === undefined) throw new Error(`no ${kind} policy is in force on ${day}`)
  // The row was found by its kind, and its settings were checked by that kind's shape.
  return row as unknown as VersionOf<K>
}

/** Versions by id, for journals that name them. */
export async function policiesByIds(ctx: Ctx, ids: readonly string[]): Promise<PolicyVersion[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .select()
    .from(policyVersion)
    .where(inArray(policyVersion.id, [...ids]))
  return rows.map(toVersion)
}

export interface PolicyQuery {
  kind?: PolicyKind | undefined
  cursor?: string | undefined
  limit: number
}

const lastId = z.tuple([id('policy')])

/** Newest first; ids sort by time of publication. */
export async function listPolicies(ctx: Ctx, query: PolicyQuery): Promise<Page<PolicyVersion>> {
  const rows = await ctx.db
    .select()
    .from(policyVersion)
    .where(
      and(
        query.kind === undefined ? undefined : eq(policyVersion.kind, query.kind),
        query.cursor === undefined ? undefined : lt(policyVersion.id, readCursor(query.cursor, lastId)[0]),
      ),
    )
    .orderBy(desc(policyVersion.id))
    .limit(query.limit + 1)
  return pageOf(rows, query.limit, { item: toVersion, cursor: (row) => [row.id] })
}
