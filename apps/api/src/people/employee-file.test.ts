import { describe, expect, it } from 'vitest'
import { csvOf, employeeTable, xlsxOf } from '../../../../test/support/employee-files.ts'
import { readEmployeeFile } from './employee-file.ts'

describe('readEmployeeFile', () => {
  it('reads a CSV file as a spreadsheet writes it', async () => {
    const file = await readEmployeeFile(csvOf(employeeTable({}, { 工号: 'E2', 部门: '设计, "体验"' })))
    expect(file).toMatchObject({ rows: 2, faults: [], ignoredColumns: [] })
    expect(file.drafts.map(({ row, draft }) => [row, draft.employeeNo, draft.department])).toEqual([
      [2, 'E10086', '技术工程'],
      [3, 'E2', '设计, "体验"'],
    ])
  })

  it('reads an XLSX file with numbers, dates and gaps', async () => {
    const [header, row] = employeeTable({ 离职日期: '' }) as [string[], string[]]
    const cells = row.map((cell, index) => (header[index] === '工号' ? 10086 : header[index] === '入职日期' ? { day: 45352 } : cell))
    const file = await readEmployeeFile(xlsxOf([header, cells, [], ['E2', ...cells.slice(1)]]))
    expect(file.faults).toEqual([])
    expect(file.drafts.map(({ row, draft }) => [row, draft.employeeNo, draft.hiredOn, draft.leftOn])).toEqual([
      [2, '10086', '2024-03-01', null],
      [4, 'E2', '2024-03-01', null],
    ])
  })

  it('counts rows as the spreadsheet shows them, past blank lines above and between', async () => {
    const [header, row] = employeeTable({ 性别: '?' }) as [string[], string[]]
    const file = await readEmployeeFile(csvOf([[''], header, [''], row]))
    expect(file).toMatchObject({ rows: 1, faults: [{ row: 4, fault: { column: 'sex', code: 'not-one-of', value: '?' } }] })
  })

  it('names columns it does not read', async () => {
    const file = await readEmployeeFile(csvOf(employeeTable({ 手机号: '13800000000', 备注: '' })))
    expect(file.ignoredColumns).toEqual(['手机号', '备注'])
    expect(JSON.stringify(file.drafts)).not.toContain('13800000000')
  })

  it('names a row with more cells than the header', async () => {
    const [header, row] = employeeTable({}) as [string[], string[]]
    const file = await readEmployeeFile(csvOf([header, [...row, '', '多余']]))
    expect(file).toMatchObject({ drafts: [], faults: [{ row: 2, fault: { column: null, code: 'extra-cells', value: '多余' } }] })
  })

  it.each<[string, string, Uint8Array]>([
    ['a file in GBK', 'not-utf8', Buffer.from([0xb9, 0xa4, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb])],
    ['a workbook of the old kind', 'not-utf8', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['a text in UTF-16', 'not-utf8', Buffer.from('\ufeff工号,姓名', 'utf16le')],
    ['a broken archive', 'not-a-table', Buffer.from('PK\u0003\u0004 and no more')],
    ['a quote that never closes', 'not-a-table', Buffer.from('工号,姓名\nE1,"陈')],
    ['an empty file', 'empty', new Uint8Array()],
    ['a header alone', 'empty', csvOf(employeeTable({}).slice(0, 1))],
  ])('refuses %s as %s', async (_, fault, bytes) => {
    await expect(readEmployeeFile(bytes)).rejects.toMatchObject({ code: 'import-unreadable', data: { fault } })
  })

  it('refuses a file without its columns, or with one twice, by their names', async () => {
    const [header = [], row = []] = employeeTable({})
    const without = csvOf([header.slice(2), row.slice(2)])
    await expect(readEmployeeFile(without)).rejects.toMatchObject({ data: { fault: 'columns-missing', columns: '工号、姓名' } })
    const twice = csvOf([
      [...header, 'name'],
      [...row, '林一'],
    ])
    await expect(readEmployeeFile(twice)).rejects.toMatchObject({ data: { fault: 'column-twice', columns: 'name' } })
  })
})
