import { readFileSync } from 'node:fs'
import { noticeAddresses } from '@yijian/api/notify/addresses'
import { expect, it } from 'vitest'

const routes = readFileSync(new URL('../../apps/miniapp/src/lib/routes.ts', import.meta.url), 'utf8')

it.each(Object.entries(noticeAddresses))('a message about a %s opens a page of the app, with the parameters it takes', (_, addressOf) => {
  const [path = '', query = ''] = addressOf('some-id').split('?')
  const declared = routes.split('\n').find((line) => line.includes(`'${path}'`) || line.includes(`tabPath('${path}')`))
  expect(declared, path).toBeDefined()
  for (const [name] of new URLSearchParams(query)) expect(declared).toContain(`${name}:`)
})
