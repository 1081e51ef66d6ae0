import { auditActions } from '@yijian/shared/audit/actions'
import { auditGroups } from '@yijian/shared/audit/shapes'
import { expect, it } from 'vitest'
import { detailLines, subjectWords } from './audit-lines'

const [person, branch] = ['emp_0000000000001', 'brn_0000000000001']
const names = { [person]: '陈小禾', [branch]: '深圳分会' }
const told = (detail: Record<string, unknown>) =>
  detailLines({ detail, names }, 'zh').map(({ label, value }) => `${label}：${value.replaceAll('\u2009', ' ')}`)

it.each(auditGroups)('has words for every action of %s, in Chinese and English', (group) => {
  for (const { zh, en } of Object.values<{ zh: string; en: string }>(auditActions[group])) {
    expect(zh).toMatch(/[\u4e00-\u9fff]/)
    expect(en).toMatch(/^[A-Z][a-z]/)
  }
})

it('says money in yuan, time in hours and minutes, days as days, ids by name', () => {
  expect(told({ totalFen: 160_000, minutesAfter: 90, branchId: branch, endsOn: null, role: 'branch-lead' })).toEqual([
    '金额：¥1,600.00',
    '更正后：1 小时 30 分钟',
    '分会：深圳分会',
    '结束日：无',
    '角色：分会负责人',
  ])
  expect(told({ startsOn: '2024-03-01' })).toEqual(['开始日：2024年3月1日'])
})

it('opens what lies inside, and shortens what is long', () => {
  expect(told({ before: { title: '净滩', online: false } })).toEqual(['修改前 · 标题：净滩', '修改前 · 线上：否'])
  expect(told({ items: [{ employeeId: person, minutes: 60 }] })).toEqual(['第 1 项 · 员工：陈小禾', '第 1 项 · 时长：1 小时'])
  expect(told({ shown: Array(50).fill(person) })).toEqual(['显示的内容：陈小禾、陈小禾、陈小禾、陈小禾、陈小禾 等 50 项'])
})

it('shows the code of what has no name, never JSON', () => {
  expect(told({ unheardOf: { deep: [1, 2] } })).toEqual(['unheardOf · deep：1、2'])
})

it.each([
  [person, '员工 陈小禾'],
  [branch, '分会 深圳分会'],
  ['prj_0000000000001', '项目'],
  ['year/2026', '2026 年'],
  ['employees', '员工名单'],
  ['who-knows', 'who-knows'],
])('calls %s %s', (subject, words) => {
  expect(subjectWords({ subject, names }, 'zh').replaceAll('\u2009', ' ')).toBe(words)
})
