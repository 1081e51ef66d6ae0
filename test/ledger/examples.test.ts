import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { closeApps, testApp } from '../support/database.ts'
import { record } from './recorded.ts'

const file = fileURLToPath(new URL('../../docs/ledger.md', import.meta.url))
const place = /(<!-- recorded: (.+?) -->\n)[\s\S]*?(<!-- end -->)/g

afterAll(closeApps)

/** `RECORD_DOCS=1 pnpm vitest test/ledger/examples.test.ts` writes the document anew. */
it('docs/ledger.md shows what the ledger does today', async () => {
  // A ledger of its own: what the proof says of a whole one is part of the document.
  const recorded = await record(await testApp({ database: 'examples', asOwner: true }))
  const written = readFileSync(file, 'utf8')
  const places = [...written.matchAll(place)].map(([, , name]) => name ?? '')
  expect(places.sort()).toEqual([...recorded.keys()].sort())
  const current = written.replace(place, (_, begin: string, name: string, end: string) => `${begin}\n${recorded.get(name)}\n\n${end}`)
  if (process.env['RECORD_DOCS'] === '1') writeFileSync(file, current)
  else expect(written).toBe(current)
})
