import { idPrefixes } from '@yijian/shared/kernel/id'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import { namesOf } from './read.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

it('names the things of every kind that has a name, with one query, and leaves out what is gone', () =>
  rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
    const { id } = await makeEmployee(ctx, { name: '何小满' })
    // One id of each kind that nothing has: a table or column that is named wrongly would fail here.
    const strangers = Object.values(idPrefixes).map((prefix) => `${prefix}_0000000000000`)
    expect(await namesOf(ctx, [id, id, ...strangers, 'role-grants'])).toEqual(new Map([[id, '何小满']]))
    expect(await namesOf(ctx, [])).toEqual(new Map())
  }))
