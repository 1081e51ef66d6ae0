import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createConsoleLog } from './core/log.ts'
import { readConfig } from './core/config.ts'
import { createApp } from './core/create-app.ts'
import { createContext, databaseNow, processClock } from './core/context.ts'
import { Problem, replyOf } from './core/problems.ts'
import { giveFirstOperator, importEmployees } from './people/index.ts'
import { createStorage } from './storage.ts'

// Run once on a new database: everything after it is given in the app, by people to other people.
const usage = 'Usage: roles:grant <staff number> operator [--people employees.xlsx] [--by <staff number of an operator>]'
const { positionals, values } = parseArgs({ allowPositionals: true, options: { people: { type: 'string' }, by: { type: 'string' } } })
const [employeeNo, role] = positionals

async function main(employeeNo: string): Promise<void> {
  const { config, secrets } = readConfig(process.env)
  const log = createConsoleLog(config.logLevel)
  const storage = createStorage(config, secrets, processClock)
  const app = createApp({ config, secrets, log, listeners: [], platforms: { wecom: null, wechat: null }, storage })
  try {
    const context = async () => createContext(app, { kind: 'system', job: 'first-operator' }, app.newId('request'), await databaseNow(app))
    if (values.people !== undefined) {
      const { rows, added } = await importEmployees(await context(), { bytes: readFileSync(values.people) })
      log.info({ rows, added }, 'people imported')
    }
    const { employee, startsOn } = await giveFirstOperator(await context(), { employeeNo, by: values.by })
    log.info({ employeeNo, name: employee.name, startsOn }, 'is operator')
  } finally {
    await app.pool.end()
  }
}

if (employeeNo === undefined || role !== 'operator') {
  process.stderr.write(`${usage}\n`)
  process.exitCode = 2
} else {
  await main(employeeNo).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
    // A refusal is an answer, not a fault: its words and the rows it is about.
    const { title, detail, next, errors = [] } = replyOf(error, '', 'en')
    process.stderr.write(`${[`${title}. ${detail} ${next}`, ...errors.map(({ at, en }) => `${at}: ${en}`)].join('\n')}\n`)
    process.exitCode = 1
  })
}
