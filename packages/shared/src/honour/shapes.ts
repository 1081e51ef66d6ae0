import * as z from 'zod/mini'
import { field, instant, named, whole } from '../kernel/zod.ts'

/** A badge (徽章): a pure function of ledger facts, kept as a projection and suspended with its facts. */
export const badge = named(
  'Badge',
  'A badge with its progress; suspended when the facts are reversed',
  z.object({
    code: field(z.string(), 'first-activity, first-hosted, or minutes-<total>', 'minutes-600'),
    name: z.object({ zh: z.string(), en: z.string() }),
    rule: field(z.object({ zh: z.string(), en: z.string() }), 'How it is earned'),
    unlockedAt: z.nullable(instant),
    progress: field(z.object({ have: whole(0), need: whole(1), unit: z.enum(['minutes', 'sessions']) }), 'How far the person is'),
  }),
)
export type Badge = z.infer<typeof badge>
