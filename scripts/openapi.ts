import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { contract } from '@yijian/shared/contract'
import { printOpenApi } from '@yijian/api/core/http/openapi'

const file = fileURLToPath(new URL('../docs/openapi.json', import.meta.url))
const printed = `${JSON.stringify(printOpenApi(contract), null, 2)}\n`

if (process.argv.includes('--check')) {
  const committed = readFileSync(file, 'utf8')
  if (committed !== printed) {
    process.stderr.write('docs/openapi.json is stale: run `pnpm openapi` and commit it.\n')
    process.exitCode = 1
  }
} else {
  writeFileSync(file, printed)
}
