import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createConsoleLog } from './core/log.ts'
import { readConfig } from './core/config.ts'
import { createApp } from './core/create-app.ts'
import { createContext, databaseNow, processClock } from './core/context.ts'
import { Problem } from './core/problems.ts'
import { giveUp, runProgram } from './core/run-program.ts'
import { giveFirstOperator } from './people/index.ts'
import { createStorage } from './storage.ts'

// Run once on a new database: everything after it is given in the app, by people to other people.
const usage = 'Usage: roles:grant <staff number> operator [--people employees.xlsx] [--by <staff number of an operator>]'

await runProgram(async () => {
  const { employeeNo, by, people } = readCommand()
  const { config, secrets } = readConfig(process.env)
  const log = createConsoleLog(config.logLevel)
  const storage = createStorage(config, secrets, processClock)
  const app = createApp({ config, secrets, log, listeners: [], platforms: { wecom: null, wechat: null }, storage })
  try {
    const ctx = createContext(app, { kind: 'system', job: 'first-operator' }, app.newId('request'), await databaseNow(app))
    const { grant, imported } = await giveFirstOperator(ctx, { employeeNo, by, people }).catch((error: unknown) => {
      if (!(error instanceof Problem && error.code === 'not-found')) throw error
      const numbers = by === undefined ? employeeNo : `${employeeNo} or ${by}`
      return giveUp(`No employee has the staff number ${numbers}; the first people come along with --people employees.xlsx.`)
    })
    // To the person at the terminal, not into a log: it names somebody.
    if (imported !== null) process.stdout.write(`${imported.added} of ${imported.rows} people are new.\n`)
    process.stdout.write(`${grant.employee.name} (${employeeNo}) is operator from ${grant.startsOn}.\n`)
  } finally {
    await app.pool.end()
  }
})

function readCommand() {
  const { positionals, values } = parse()
  const [employeeNo, role, ...more] = positionals
  if (employeeNo === undefined || role !== 'operator' || more.length > 0) giveUp(usage)
  return { employeeNo, by: values.by, people: values.people === undefined ? undefined : read(values.people) }
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { people: { type: 'string' }, by: { type: 'string' } } })
  } catch {
    return giveUp(usage)
  }
}

function read(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    return giveUp(`${path} cannot be read.`)
  }
}
