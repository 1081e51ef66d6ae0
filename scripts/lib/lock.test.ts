import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { oneAtATime } from './lock.mjs'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'yijian-lock-'))))
afterEach(() => rmSync(folder, { recursive: true }))

test('the second waits until the first has done', async () => {
  const lock = join(folder, 'work.lock')
  const order: string[] = []
  const work = (name: string) => async () => {
    order.push(`${name} begins`)
    await new Promise((wake) => setTimeout(wake, 50))
    order.push(`${name} ends`)
  }
  const ignore = () => undefined
  await Promise.all([oneAtATime(lock, ignore, work('first')), oneAtATime(lock, () => order.push('second waits'), work('second'))])
  expect(order).toEqual(['first begins', 'second waits', 'first ends', 'second begins', 'second ends'])
  expect(existsSync(lock)).toBe(false)
})

test('a lock is given back when the work breaks', async () => {
  const lock = join(folder, 'work.lock')
  const broken = oneAtATime(
    lock,
    () => undefined,
    () => Promise.reject(new Error('broken')),
  )
  await expect(broken).rejects.toThrow('broken')
  expect(
    await oneAtATime(
      lock,
      () => undefined,
      async () => 'done',
    ),
  ).toBe('done')
})

test('the lock of a dead command counts for nothing', async () => {
  const lock = join(folder, 'work.lock')
  const { pid } = spawnSync('true')
  writeFileSync(lock, String(pid))
  expect(
    await oneAtATime(
      lock,
      () => undefined,
      async () => 'done',
    ),
  ).toBe('done')
})
