import type { PolicyKind, PolicySettings } from '@yijian/shared/policy/shapes'
import { mysqlTable, unique, varchar } from 'drizzle-orm/mysql-core'
import { dayColumn, idColumn, instantColumn, jsonColumn, wordColumn } from '../core/db/columns.ts'

/** A dated version of one policy (政策版本); never changed, only followed by a later one. */
export const policyVersion = mysqlTable(
  'policy_version',
  {
    id: idColumn('id').primaryKey(),
    kind: wordColumn<PolicyKind>('kind').notNull(),
    label: varchar('label', { length: 40 }).notNull(),
    inForceFrom: dayColumn('in_force_from').notNull(),
    settings: jsonColumn<PolicySettings[PolicyKind]>('settings').notNull(),
    /** The version it was written from; null for the first of a kind, and for those older than this column. */
    follows: idColumn('follows'),
    publishedBy: idColumn('published_by'),
    publishedAt: instantColumn('published_at').notNull(),
  },
  (t) => [
    // One version a day and kind: which one is in force is never a question of order.
    unique('policy_version_day_uq').on(t.kind, t.inForceFrom),
    unique('policy_version_label_uq').on(t.kind, t.label),
    // Of two who write from the same version at once, one is first.
    unique('policy_version_follows_uq').on(t.follows),
  ],
)
