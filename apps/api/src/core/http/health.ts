import { Router } from 'express'
import type { RowDataPacket } from 'mysql2/promise'
import type { App } from '../app.ts'
import { newestMigration } from '../db/migrations.ts'
import type { Metrics } from './metrics.ts'

/** `/healthz` (the process lives), `/readyz` (database reachable and migrated), `/metrics` (Prometheus). */
export function health(app: App, metrics: Metrics): Router {
  const router = Router()
  const expected = newestMigration()
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' })
  })
  router.get('/readyz', async (_request, response) => {
    const database = await databaseState(app, expected)
    response.status(database === 'ok' ? 200 : 503).json({ status: database === 'ok' ? 'ok' : 'unavailable', database })
  })
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
  return router
}

async function databaseState(app: App, expected: number): Promise<'ok' | 'unreachable' | 'not-migrated'> {
  try {
    const [rows] = await app.pool.query<RowDataPacket[]>('SELECT MAX(created_at) AS newest FROM __drizzle_migrations')
    return Number(rows[0]?.['newest'] ?? 0) >= expected ? 'ok' : 'not-migrated'
  } catch (error) {
    const missing = (error as { errno?: number }).errno === 1146 || (error as { errno?: number }).errno === 1142
    return missing ? 'not-migrated' : 'unreachable'
  }
}
