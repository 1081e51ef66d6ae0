import { expect, test } from 'vitest'
import { banner } from './banner.mjs'

test('columns stay straight where a Chinese character takes two places', () => {
  const text = banner('http://127.0.0.1:8787', [
    { name: '陈晓明', employeeNo: 'E10001', part: { zh: '主理人', en: 'host' } },
    { name: 'Li Na', employeeNo: 'E10002', part: { zh: '员工', en: 'employee' } },
  ])
  expect(text).toContain('  陈晓明      E10001     主理人   host\n  Li Na       E10002     员工     employee')
  expect(text).toContain('http://127.0.0.1:8787')
})
