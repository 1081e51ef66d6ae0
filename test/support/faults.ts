import { type Ctx, connectionOf } from '@yijian/api/core/context'
import { type Invariant, findBroken } from '@yijian/api/ledger/index'
import type { BrokenExample } from '@yijian/shared/ledger/proof'

/** Damage by hand, with the names of things filled in: what no path of the program can do. */
export async function damage(ctx: Ctx, statement: string, names: Readonly<Record<string, string>>): Promise<void> {
  const connection = connectionOf(ctx)
  await connection.query('SET foreign_key_checks = 0')
  await connection.query(statement.replace(/:(\w+)/g, (_, name: string) => `'${names[name]}'`))
  await connection.query('SET foreign_key_checks = 1')
}

/** The names of the invariants that do not hold. */
export async function brokenOf(ctx: Ctx, invariants: readonly Invariant[]): Promise<string[]> {
  return [...(await examplesOf(ctx, invariants)).keys()]
}

/** The first of what breaks each invariant that does not hold. */
export async function examplesOf(ctx: Ctx, invariants: readonly Invariant[]): Promise<Map<string, readonly BrokenExample[]>> {
  const broken = new Map<string, readonly BrokenExample[]>()
  for (const invariant of invariants) {
    const { violations, examples } = await findBroken(ctx, invariant)
    if (violations > 0) broken.set(invariant.name, examples)
  }
  return broken
}
