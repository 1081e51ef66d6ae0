import { defaultPolicies, policyKinds } from '@yijian/shared/policy/shapes'
import { expect, it } from 'vitest'
import { readSettings, typedSettings } from './setting-values'

it.each(policyKinds)('reads back the settings of %s as they were written', (kind) => {
  const settings = defaultPolicies[kind]
  expect(readSettings(kind, typedSettings(settings), settings)).toEqual(settings)
})

it('takes yuan to the fen, and lists with Chinese or Latin commas', () => {
  const { matching, message } = defaultPolicies
  const typed = { ...typedSettings(matching), unitMinutesGrantFen: '120.55', creditGrades: 'A，B' }
  expect(readSettings('matching', typed, matching)).toMatchObject({ unitMinutesGrantFen: 12_055, creditGrades: ['A', 'B'] })
  const reminders = { ...typedSettings(message), reminderMinutes: '4320、60' }
  expect(readSettings('message', reminders, message)).toMatchObject({ reminderMinutes: [4320, 60] })
})

it.each([
  ['unitMinutes', ''],
  ['unitMinutes', 'sixty'],
  ['unitMinutes', '0'],
  ['unitMinutes', '1.5'],
  ['creditGrades', 'A, X'],
])('refuses %s as %j', (name, value) => {
  const { matching } = defaultPolicies
  expect(readSettings('matching', { ...typedSettings(matching), [name]: value }, matching)).toBeUndefined()
})
