import { afterAll, expect, it } from 'vitest'
import { closeApps, testApp } from '../../../../../test/support/database.ts'

afterAll(closeApps)

it('speaks alike on every server, whatever its own settings are', async () => {
  const app = await testApp()
  const [rows] = await app.pool.query('SELECT @@time_zone AS zone, @@sql_mode AS mode, @@group_concat_max_len AS longest')
  expect(rows).toEqual([
    { zone: '+00:00', mode: 'STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO', longest: 1_048_576 },
  ])
})
