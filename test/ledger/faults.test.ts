import type { App } from '@yijian/api/core/app'
import { type Ctx, connectionOf } from '@yijian/api/core/context'
import { proveLedger } from '@yijian/api/ledger/index'
import type { RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../support/database.ts'
import { edits } from './edits.ts'
import { forgeries } from './forgeries.ts'
import { refusals } from './refusals.ts'
import { type Victims, makeVictims } from './victims.ts'

let owner: App
let apiUser: App
let victims: Victims
beforeAll(async () => {
  owner = await testApp({ database: 'faults', asOwner: true })
  apiUser = await testApp({ database: 'faults' })
  victims = await makeVictims(apiUser)
})
afterAll(closeApps)

/** Does something on the owner's connection and undoes it. */
const undone = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(owner, { kind: 'system', job: 'test' }, fn)

async function broken(ctx: Ctx): Promise<string[]> {
  const { invariants } = await proveLedger(ctx, [])
  return invariants.filter(({ violations }) => violations > 0).map(({ name }) => name)
}

describe('an honest ledger', () => {
  it('is clean', () => undone(async (ctx) => expect(await broken(ctx)).toEqual([])))
})

describe('it is noticed that', () => {
  it.each(edits)('$name', ({ sql, caughtBy }) =>
    undone(async (ctx) => {
      for (const statement of sql(victims)) await connectionOf(ctx).query(statement)
      expect(await broken(ctx)).toEqual(caughtBy)
    }),
  )
})

describe('where a server does not enforce checks', () => {
  it('a balance out of its bounds is noticed', ({ skip }) =>
    undone(async (ctx) => {
      const [[server]] = await connectionOf(ctx).query<RowDataPacket[]>('SELECT VERSION() AS version')
      // MySQL can only unlearn a CHECK by changing the table.
      if (!String(server?.['version']).includes('MariaDB')) skip()
      await connectionOf(ctx).query('SET SESSION check_constraint_checks = 0')
      await connectionOf(ctx).query(`UPDATE ledger_balance SET balance = -5 WHERE account_id = '${victims.idle}/hours'`)
      await connectionOf(ctx).query('SET SESSION check_constraint_checks = 1')
      expect(await broken(ctx)).toEqual(['balance-is-sum', 'balance-in-bounds', 'sides-mirror'])
    }))
})

describe('the proof refuses to believe in', () => {
  it.each(forgeries)('$name', ({ post, caughtBy }) =>
    undone(async (ctx) => {
      await post(ctx, victims)
      expect(await broken(ctx)).toEqual(caughtBy)
    }),
  )
})

describe('the schema refuses', () => {
  it.each(refusals)('$name', ({ sql, errno }) =>
    undone(async (ctx) => {
      const error = await connectionOf(ctx)
        .query(sql(victims))
        .then(
          () => null,
          (error: { errno: number }) => error.errno,
        )
      expect(errno).toContain(error)
    }),
  )

  it.each(['ledger_account', 'ledger_journal', 'ledger_entry'])('any change to %s by the user the API runs as', (table) =>
    rolledBack(apiUser, { kind: 'system', job: 'test' }, async (ctx) => {
      const denied = { errno: 1142 }
      const column = table === 'ledger_entry' ? 'line_no' : 'id'
      await expect(connectionOf(ctx).query(`UPDATE ${table} SET ${column} = ${column}`)).rejects.toMatchObject(denied)
      await expect(connectionOf(ctx).query(`DELETE FROM ${table}`)).rejects.toMatchObject(denied)
      await expect(connectionOf(ctx).query(`REPLACE INTO ${table} SELECT * FROM ${table}`)).rejects.toMatchObject(denied)
      await expect(connectionOf(ctx).query(`TRUNCATE ${table}`)).rejects.toMatchObject(denied)
      await expect(connectionOf(ctx).query(`DROP TABLE ${table}`)).rejects.toMatchObject(denied)
    }),
  )

  it.each(['ledger_balance', 'ledger_month', 'ledger_total'])('the loss of rows of %s by the user the API runs as', (table) =>
    rolledBack(apiUser, { kind: 'system', job: 'test' }, (ctx) =>
      expect(connectionOf(ctx).query(`DELETE FROM ${table}`)).rejects.toMatchObject({ errno: 1142 }),
    ),
  )
})
