import { describe, expect, it } from 'vitest'
import { type ImportColumn, headingOf, importColumns, readHeader } from './import-columns.ts'
import { type CellFaultCode, type ImportCells, readEmployeeRow } from './import-row.ts'
import { cellError } from './import-text.ts'

const cells: ImportCells = {
  employeeNo: 'E10086',
  name: '陈小禾',
  department: '技术工程',
  city: '深圳',
  region: '华南',
  employmentType: '正式',
  level: '其他',
  sex: '女',
  ageBand: '30-50',
  hiredOn: '2024-03-01',
}
const draftOf = (changes: ImportCells) => readEmployeeRow({ ...cells, ...changes }).draft
const faultsOf = (changes: ImportCells) => readEmployeeRow({ ...cells, ...changes }).faults.map(({ column, code }) => [column, code])

describe('readHeader', () => {
  it('knows Chinese and English headings in any order and writing', () => {
    const header = readHeader([
      '性别',
      'Employee No.',
      '姓 名',
      'DEPARTMENT',
      '城市',
      '区域',
      '用工类型',
      '职级',
      '年龄段*',
      'hire_date',
      'ｎａｍｅ２',
    ])
    expect(header.columns).toEqual([
      'sex',
      'employeeNo',
      'name',
      'department',
      'city',
      'region',
      'employmentType',
      'level',
      'ageBand',
      'hiredOn',
      null,
    ])
    expect(header).toMatchObject({ missing: [], twice: [], ignored: ['ｎａｍｅ２'] })
  })

  it('reads the headings of the template', () => expect(readHeader(importColumns.map(headingOf)).columns).toEqual(importColumns))
  it('names what is missing, but not what a file may leave out', () =>
    expect(readHeader(['工号', '姓名', '部门', '城市', '区域', '用工类型', '性别', '年龄段']).missing).toEqual(['职级', '入职日期']))
  it('names a column that stands there twice', () => expect(readHeader(['姓名', '工号', 'name']).twice).toEqual(['name']))
})

describe('readEmployeeRow', () => {
  it('reads a person, and leaves open what the file does not tell', () =>
    expect(readEmployeeRow(cells)).toEqual({
      draft: {
        employeeNo: 'E10086',
        name: '陈小禾',
        department: '技术工程',
        city: '深圳',
        region: '华南',
        employmentType: 'regular',
        level: 'other',
        sex: 'female',
        ageBand: '30-50',
        hiredOn: '2024-03-01',
        leftOn: undefined,
        branchCodes: undefined,
        wecomUserId: undefined,
      },
      faults: [],
    }))

  it('takes an empty cell, a dash and a slash for none', () => {
    for (const none of ['', '-', '—', '/'])
      expect(draftOf({ leftOn: none, branches: none })).toMatchObject({ leftOn: null, branchCodes: [] })
  })

  it.each([
    '2024-03-01',
    '2024/3/1',
    '2024.03.01',
    '20240301',
    '2024年3月1日',
    '２０２４／０３／０１',
    '2024-03-01 00:00:00',
    '2024/3/1 0:00',
  ])('reads the day %s', (text) => expect(draftOf({ hiredOn: text })?.hiredOn).toBe('2024-03-01'))

  it.each(['2024-02-30', '2023-02-29', '2024-13-01', '01/03/2024', '2024/3-1', '45352', '0024-03-01', '明天', '2024-03-01 09:30'])(
    'refuses the day %s',
    (text) => expect(faultsOf({ hiredOn: text })).toEqual([['hiredOn', 'bad-day']]),
  )

  it('reads full-width letters and digits of a staff number', () =>
    expect(draftOf({ employeeNo: 'Ｅ１００８６' })?.employeeNo).toBe('E10086'))

  it.each([
    ['30岁以下', 'under-30'],
    ['<30', 'under-30'],
    ['30–50 岁', '30-50'],
    ['30～50', '30-50'],
    ['50 以上', 'over-50'],
    ['OVER-50', 'over-50'],
  ])('reads the age band %s', (text, band) => expect(draftOf({ ageBand: text })?.ageBand).toBe(band))

  it('reads branch codes in one cell, each once', () =>
    expect(draftOf({ branches: 'shenzhen；Security、shenzhen, it-guild' })?.branchCodes).toEqual(['shenzhen', 'security', 'it-guild']))

  it('keeps a WeCom account in small letters', () => expect(draftOf({ wecomUserId: 'ChenXiaohe' })?.wecomUserId).toBe('chenxiaohe'))

  it.each<[ImportColumn, string, CellFaultCode]>([
    ['employeeNo', '', 'missing'],
    ['name', '', 'missing'],
    ['sex', '', 'missing'],
    ['hiredOn', '', 'missing'],
    ['name', '=cmd|calc', 'formula'],
    ['department', '+8613800000000', 'formula'],
    ['city', '@SUM(A1)', 'formula'],
    ['employeeNo', '-1', 'formula'],
    ['employeeNo', 'E 1', 'bad-number'],
    ['employeeNo', 'E'.repeat(33), 'bad-number'],
    ['name', '长'.repeat(65), 'bad-text'],
    ['name', 'a\u202eb', 'bad-text'],
    ['level', '总监', 'not-one-of'],
    ['leftOn', '2024-02-29', 'left-before-hired'],
    ['leftOn', 'soon', 'bad-day'],
    ['branches', '深圳', 'bad-branches'],
    ['wecomUserId', 'a b', 'bad-wecom'],
  ])('refuses %s %j as %s', (column, text, code) => expect(faultsOf({ [column]: text })).toEqual([[column, code]]))

  it('names every fault of a row at once', () =>
    expect(faultsOf({ name: '', sex: '?', hiredOn: 'x' })).toEqual([
      ['name', 'missing'],
      ['sex', 'not-one-of'],
      ['hiredOn', 'bad-day'],
    ]))
})

describe('cellError', () => {
  it('says where and why in both languages, and quotes no more than a glance', () => {
    const { faults } = readEmployeeRow({ ...cells, level: '总'.repeat(40) })
    expect(cellError(12, faults[0]!)).toEqual({
      at: 'row 12, column level',
      zh: `第 12 行「职级」：“${'总'.repeat(24)}…”无法识别，请填写：管理者、其他。`,
      en: `Row 12, “level”: “${'总'.repeat(24)}…” is not known; use one of: manager, other.`,
    })
  })
})
