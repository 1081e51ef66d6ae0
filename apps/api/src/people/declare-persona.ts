import type { Bilingual } from '@yijian/shared/kernel/language'
import { requireSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { requireDemo } from './log-in-as-persona.ts'
import { upsertPersona } from './login-repo.ts'

export interface DeclarePersonaInput {
  employeeId: string
  /** What this person shows, e.g. 主理人 / Host. */
  part: Bilingual
  position: number
}

/** Marks an employee of the demo data as somebody one may log in as; telling it again changes the words. */
export async function declarePersona(ctx: Ctx, input: DeclarePersonaInput): Promise<void> {
  requireSystem(ctx)
  requireDemo(ctx)
  await inTransaction(ctx, async (ctx) => {
    await upsertPersona(ctx, input)
    await record(ctx, { action: 'persona.declared', subject: input.employeeId })
  })
}
