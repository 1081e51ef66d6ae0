import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mysql from 'mysql2/promise'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from './database.mjs'
import { readRelease } from './lib/handshake.mjs'

let data = ''
beforeEach(() => void (data = mkdtempSync(join(tmpdir(), 'yijian-test-'))))
afterEach(() => rmSync(data, { recursive: true, force: true }))

const serverPid = (): number => Number(readFileSync(join(data, readdirSync(data)[0] ?? '', 'server.pid'), 'utf8'))
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>> {
  const connection = await mysql.createConnection(url)
  const [rows] = await connection.query<mysql.RowDataPacket[]>(sql)
  await connection.end()
  return rows[0] ?? {}
}

describe('the private server', () => {
  const open = () => openDatabase({ given: '', data })

  test('speaks utf8mb4, UTC and READ COMMITTED, and keeps what it is given', async () => {
    const first = await open()
    const settings = await ask(first.url, 'SELECT @@character_set_server AS letters, @@time_zone AS zone, @@log_bin AS log')
    expect(settings).toEqual({ letters: 'utf8mb4', zone: '+00:00', log: 0 })
    const isolation = await ask(first.url, "SHOW VARIABLES WHERE Variable_name IN ('tx_isolation', 'transaction_isolation')")
    expect(isolation.Value).toBe('READ-COMMITTED')
    await ask(first.url, "CREATE TABLE kept AS SELECT '益践' AS name")
    await first.stop()

    const second = await open()
    expect(await ask(second.url, 'SELECT name FROM kept')).toEqual({ name: '益践' })
    await second.stop()
  })

  test('is shared, and ends when the last one has gone', async () => {
    const [first, second] = await Promise.all([open(), open()])
    expect(second.url).toBe(first.url)
    const pid = serverPid()
    await first.stop()
    expect(isAlive(pid)).toBe(true)
    await second.stop()
    expect(isAlive(pid)).toBe(false)
  })

  test('says so when it breaks, and starts again on the same data', async () => {
    const first = await open()
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number')
    process.kill(serverPid(), 'SIGKILL')
    await first.lost

    const second = await open()
    expect(await ask(second.url, 'SELECT number FROM kept')).toEqual({ number: 7 })
    await second.stop()
  })

  test('lets nobody in without its password', async () => {
    const { url, stop } = await open()
    const login = new URL(url)
    for (const [user, password] of [
      ['root', ''],
      ['', ''],
      ['yijian', 'wrong'],
    ] as const) {
      const attempt = mysql.createConnection({ host: login.hostname, port: Number(login.port), user, password })
      await expect(attempt).rejects.toThrow(/denied/)
    }
    await stop()
  })
})

test('a throw-away server leaves no trace', async () => {
  const { url, stop } = await openDatabase({ given: '', throwaway: true })
  const { folder } = await ask(url, 'SELECT @@datadir AS folder')
  expect(existsSync(String(folder))).toBe(true)
  await stop()
  await expect.poll(() => existsSync(String(folder))).toBe(false)
})

describe('a given server', () => {
  /** Greets as a database server of some version would. */
  async function greeting(version: string, use: (url: string) => Promise<void>): Promise<void> {
    const packet = Buffer.concat([Buffer.from([version.length + 2, 0, 0, 0, 10]), Buffer.from(`${version}\0`)])
    const server: Server = createServer((socket) => socket.on('error', () => undefined).end(packet))
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const address = server.address()
    await use(`mysql://a:b@127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/yijian`)
    server.close()
  }

  test('is used as it is', () =>
    greeting('8.0.16', async (given) => {
      expect(await openDatabase({ given })).toMatchObject({ url: given, about: 'MySQL 8.0.16 of DATABASE_URL' })
    }))

  test('is refused when it is too old', () =>
    greeting('5.5.5-10.6.18-MariaDB', async (given) => {
      await expect(openDatabase({ given })).rejects.toThrow('is MariaDB 10.6.18; MariaDB 10.11 or MySQL 8.0.16 or later is needed')
    }))

  test.each(['postgres://a:b@localhost/x', 'nonsense', 'mysql://localhost'])('is refused when its address is %s', async (given) => {
    await expect(openDatabase({ given })).rejects.toThrow('should look like mysql://user:password@host:3306/database')
  })

  test('is refused in one sentence when it is not there', async () => {
    await expect(openDatabase({ given: 'mysql://a:b@127.0.0.1:1/x' })).rejects.toThrow(
      /127\.0\.0\.1:1\) cannot be used.*Start it, or unset DATABASE_URL/,
    )
  })
})

test.each([
  ['8.0.15', false],
  ['8.0.16', true],
  ['8.4.3', true],
  ['10.11.19-MariaDB', true],
  ['5.5.5-10.11.6-MariaDB-log', true],
  ['10.6.18-MariaDB', false],
  ['11.4.2-MariaDB', true],
  ['5.7.44', false],
])('release %s is recent enough: %s', (text, recentEnough) => {
  expect(readRelease(text).recentEnough).toBe(recentEnough)
})
