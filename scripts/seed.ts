/** The demo company: a lively small slice of a year, told through the real verbs. Does nothing where it is there already. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { App } from '@yijian/api/core/app'
import { createContext, databaseNow } from '@yijian/api/core/context'
import { employeeById } from '@yijian/api/people/index'
import { handlers } from '@yijian/api/server'
import { main } from './lib/lifetime.mjs'
import { requireEnv } from './lib/require-env.ts'
import { openScriptApp } from './lib/script-app.ts'
import { seedDemo } from './seed/seed-demo.ts'

const loginsFile = fileURLToPath(new URL('../.data/demo-logins.json', import.meta.url))

await main(async () => {
  const app = await openScriptApp(requireEnv('DATABASE_URL'), 4)
  try {
    if ((await personasOf(app)).length === 0) await seedDemo(app)
    await writeLogins(app)
  } finally {
    await app.pool.end()
  }
})

async function personasOf(app: App) {
  const ctx = createContext(app, { kind: 'anonymous' }, app.newId('request'), await databaseNow(app))
  return (await handlers.listPersonas(ctx, {})).items
}

/** Who one can log in as, for the command that prints it. */
async function writeLogins(app: App): Promise<void> {
  const ctx = createContext(app, { kind: 'system', job: 'demo' }, app.newId('request'), await databaseNow(app))
  const logins = []
  for (const { id: personaId, name, part } of await personasOf(app)) {
    const { employeeNo } = await employeeById(ctx, personaId)
    logins.push({ name, employeeNo, part, personaId })
  }
  mkdirSync(dirname(loginsFile), { recursive: true })
  writeFileSync(loginsFile, `${JSON.stringify(logins, null, 2)}\n`)
}
