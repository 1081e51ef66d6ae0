import { expect, it } from 'vitest'
import { exampleLine } from './proof-words.ts'

it('tells an example in a line, in both languages, and leaves out what is not told', () => {
  const balance = { id: 'emp_0d3k9x2m4q7rt/credit', part: 'balance', expected: '30000', found: '30100' }
  expect(exampleLine(balance, 'zh')).toBe('emp_0d3k9x2m4q7rt/credit balance：应为 30000，实为 30100')
  expect(exampleLine(balance, 'en')).toBe('emp_0d3k9x2m4q7rt/credit balance: should be 30000, is 30100')
  expect(exampleLine({ ...balance, part: null, expected: null }, 'en')).toBe('emp_0d3k9x2m4q7rt/credit: is 30100')
  expect(exampleLine({ ...balance, part: null, expected: null, found: null }, 'zh')).toBe('emp_0d3k9x2m4q7rt/credit')
})
