import { expect, test } from 'vitest'
import { banner } from './banner.mjs'

test('columns stay straight where a Chinese character takes two places', () => {
  const text = banner('http://127.0.0.1:8787', [
    { name: '陈晓明', role: '主理人 host', employeeNo: 'E10001' },
    { name: 'Li Na', role: '员工 employee', employeeNo: 'E10002' },
  ])
  expect(text).toContain('  陈晓明      主理人 host     E10001\n  Li Na       员工 employee   E10002')
  expect(text).toContain('http://127.0.0.1:8787')
})
