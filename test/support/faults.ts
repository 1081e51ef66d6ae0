import { type Ctx, connectionOf } from '@yijian/api/core/context'
import type { Invariant } from '@yijian/api/ledger/index'
import type { RowDataPacket } from 'mysql2/promise'

/** Damage by hand, with the names of things filled in: what no path of the program can do. */
export async function damage(ctx: Ctx, statement: string, names: Readonly<Record<string, string>>): Promise<void> {
  const connection = connectionOf(ctx)
  await connection.query('SET foreign_key_checks = 0')
  await connection.query(statement.replace(/:(\w+)/g, (_, name: string) => `'${names[name]}'`))
  await connection.query('SET foreign_key_checks = 1')
}

/** The names of the invariants that do not hold. */
export async function brokenOf(ctx: Ctx, invariants: readonly Invariant[]): Promise<string[]> {
  const names: string[] = []
  for (const { name, sql } of invariants) {
    const [[row]] = await connectionOf(ctx).query<RowDataPacket[]>(sql)
    if (Number(Object.values(row ?? {})[0]) > 0) names.push(name)
  }
  return names
}
