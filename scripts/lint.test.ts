import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

/** A copy of our lint settings with an empty project around it. */
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'yijian-lint-'))
for (const file of ['.oxlintrc.json', 'tsconfig.base.json', 'apps/api/tsconfig.json', 'scripts/oxlint-plugin.js'])
  cpSync(join(root, file), join(folder, file))
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The rules that a file breaks. */
function broken(path: string, source: string): string[] {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, source)
  const oxlint = join(root, 'node_modules/.bin/oxlint')
  let report = ''
  try {
    report = execFileSync(oxlint, ['--format', 'json', path], { cwd: folder, encoding: 'utf8' })
  } catch (error) {
    report = (error as { stdout: string }).stdout
  }
  const { diagnostics } = JSON.parse(report) as { diagnostics: { code: string; message: string }[] }
  return diagnostics.map(({ code, message }) => `${code}: ${message}`)
}

const verb = (body: string) => `
import { inTransaction, type Ctx } from '../core/context.ts'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
export const used = [requireEmployee, record]
${body}`

test('a transaction that authorises and records passes', () => {
  const source = verb(`export function signUp(ctx: Ctx): Promise<void> {
    return inTransaction(ctx, async (ctx) => {
      requireEmployee(ctx)
      await record(ctx, { action: 'signup.confirmed', subject: 'x' })
    })
  }`)
  expect(broken('apps/api/src/signup/sign-up.ts', source)).toEqual([])
})

test('a transaction that does neither is told so twice', () => {
  const source = verb('export const signUp = (ctx: Ctx): Promise<number> => inTransaction(ctx, async () => 1)')
  const found = broken('apps/api/src/signup/sign-up.ts', source)
  expect(found).toHaveLength(2)
  expect(found[0]).toContain('signUp opens a transaction but asks nobody for leave')
  expect(found[1]).toContain('signUp opens a transaction but leaves no audit record')
})

test('leave and record may be in a function of the same file', () => {
  const source = verb(`
    async function write(ctx: Ctx): Promise<void> {
      requireEmployee(ctx)
      await record(ctx, { action: 'signup.confirmed', subject: 'x' })
    }
    export const signUp = (ctx: Ctx): Promise<void> => inTransaction(ctx, (ctx) => write(ctx))`)
  expect(broken('apps/api/src/signup/sign-up.ts', source)).toEqual([])
})

test('a neighbouring verb does not lend its leave', () => {
  const source = verb(`
    export async function careful(ctx: Ctx): Promise<void> {
      requireEmployee(ctx)
      await record(ctx, { action: 'signup.confirmed', subject: 'x' })
    }
    export const careless = (ctx: Ctx): Promise<number> => inTransaction(ctx, async () => 1)`)
  expect(broken('apps/api/src/signup/sign-up.ts', source)).toHaveLength(2)
})

test('a job needs no leave but records', () => {
  const source = verb('export const closeOffers = (ctx: Ctx): Promise<number> => inTransaction(ctx, async () => 1)')
  expect(broken('apps/api/src/signup/jobs.ts', source)).toEqual([expect.stringContaining('leaves no audit record')])
})

test('a query builder that nobody awaits is caught', () => {
  const source = `import type { MySql2Database } from 'drizzle-orm/mysql2'
import { int, mysqlTable } from 'drizzle-orm/mysql-core'
const seat = mysqlTable('seat', { taken: int('taken').notNull() })
export function take(db: MySql2Database): void {
  db.insert(seat).values({ taken: 1 })
}
export async function give(db: MySql2Database): Promise<void> {
  await db.insert(seat).values({ taken: 0 })
}`
  expect(broken('apps/api/src/signup/repo.ts', source)).toEqual([expect.stringContaining('no-floating-promises')])
})

test('what drizzle offers and our databases do not keep is caught', () => {
  const source = `interface Db { query: { seat: { findMany: () => void } }; transaction: () => void; insert: () => { $returningId: () => void } }
export function trap(ctx: { db: Db }): void {
  ctx.db.query.seat.findMany()
  ctx.db.transaction()
  ctx.db.insert().$returningId()
}`
  expect(broken('apps/api/src/signup/repo.ts', source).map((line) => line.split(':')[0])).toEqual(Array(3).fill('yijian(drizzle-trap)'))
})

test('time, environment and default exports stay where they belong', () => {
  const source = 'export default function now(): string { return `${new Date().getTime()}${process.env.HOME}` }'
  const found = broken('apps/api/src/signup/repo.ts', source).join('\n')
  expect(found).toContain('no-restricted-globals')
  expect(found).toContain('no-process-env')
  expect(found).toContain('no-default-export')
})

test('a door names what it lends, and nothing else hands on exports', () => {
  expect(broken('apps/api/src/signup/index.ts', "export { signUp } from './sign-up.ts'")).toEqual([])
  expect(broken('apps/api/src/signup/index.ts', "export * from './sign-up.ts'").join()).toContain('instead of `export *`')
  expect(broken('apps/api/src/signup/all.ts', "export { signUp } from './sign-up.ts'").join()).toContain('Only an index.ts re-exports')
})

test('names of files are in kebab-case, components aside', () => {
  expect(broken('apps/api/src/signup/signUp.ts', 'export const one = 1').join()).toContain('filename-case')
  expect(broken('apps/miniapp/src/ui/Card.tsx', 'export const one = 1')).toEqual([])
})
