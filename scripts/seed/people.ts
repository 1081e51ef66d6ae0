import { headingOf, importColumns } from '@yijian/shared/people/import-columns'
import { addDays } from '@yijian/shared/kernel/time'
import type { BranchCode } from './branches.ts'

const regionOf = { 深圳: '华南', 广州: '华南', 北京: '华北', 上海: '华东', 成都: '西南' } as const
const cityBranch = { 深圳: 'shenzhen', 广州: 'guangzhou', 北京: 'beijing', 上海: 'shanghai', 成都: 'chengdu' } as const
const departmentBranch: Record<string, BranchCode> = { 技术工程: 'engineering', 产品设计: 'design' }

const NEWCOMER_DAYS = 9

type City = keyof typeof regionOf

/**
 * Staff number, name, department, city, and what differs from the usual: a regular colleague of 30 to 50, hired in
 * 2021, who leads nobody. `f` and `m` are the sex; `young`, `senior`, `manager`, `intern`; a branch beside the usual ones.
 */
const roll = `
D0001 林海燕 技术工程 深圳 f manager environment
D0002 赵立新 云业务 北京 m manager
D0003 沈佳怡 内容平台 上海 f manager
D0004 何俊杰 内容平台 成都 m manager
D0005 梁志恒 云业务 广州 m manager
D0006 周予安 技术工程 深圳 m manager
D0007 苏晚晴 产品设计 深圳 f manager
D0008 罗青松 客户服务 深圳 m senior environment
D0009 叶知秋 产品设计 北京 f accessibility
D0010 陈小禾 技术工程 深圳 f environment
D0011 许知远 产品设计 深圳 m young
D0012 黄文博 技术工程 深圳 m environment
D0013 方若琳 客户服务 深圳 f young
D0014 谢明哲 人力资源 深圳 m
D0015 冯书瑶 人力资源 深圳 f
D0016 邓亦凡 财务与法务 深圳 m
D0017 宋时雨 市场与公关 深圳 f
D0018 姚景行 市场与公关 深圳 m manager
D0019 汪雨桐 技术工程 深圳 f young
D0020 石磊 技术工程 深圳 m
D0021 曾思齐 技术工程 深圳 m young
D0022 蓝心怡 技术工程 深圳 f
D0023 魏子昂 技术工程 深圳 m young accessibility
D0024 孟晓棠 产品设计 深圳 f accessibility
D0025 丁一诺 产品设计 深圳 f young
D0026 韩沐阳 产品设计 深圳 m
D0027 钟灵毓 客户服务 深圳 f environment
D0028 吕承泽 客户服务 深圳 m
D0029 江映雪 客户服务 深圳 f senior
D0030 龚子墨 财务与法务 深圳 m environment
D0031 潘悦宁 财务与法务 深圳 f
D0032 范安琪 市场与公关 深圳 f young
D0033 余嘉树 云业务 深圳 m
D0034 温以宁 云业务 深圳 f environment
D0035 唐亦辰 内容平台 深圳 m
D0036 白露 内容平台 深圳 f young environment
D0037 郑博涵 云业务 北京 m
D0038 李若曦 云业务 北京 f young
D0039 王致远 技术工程 北京 m
D0040 刘雨霏 产品设计 北京 f accessibility
D0041 张牧之 内容平台 北京 m
D0042 高云舒 市场与公关 北京 f
D0043 马骏驰 客户服务 北京 m senior
D0044 徐静姝 人力资源 上海 f
D0045 朱亦航 技术工程 上海 m
D0046 顾念慈 产品设计 上海 f
D0047 陆星辰 内容平台 上海 m young
D0048 秦书意 财务与法务 上海 f
D0049 杨逸飞 云业务 上海 m
D0050 胡可欣 客户服务 上海 f young
D0051 蒋天宇 内容平台 成都 m
D0052 廖诗涵 内容平台 成都 f young
D0053 段明轩 技术工程 成都 m
D0054 严梦洁 客户服务 成都 f
D0055 侯承宇 产品设计 成都 m intern young
D0056 区敏仪 云业务 广州 f
D0057 伍嘉俊 技术工程 广州 m
D0058 麦颖琳 市场与公关 广州 f young
D0059 卢启航 内容平台 广州 m intern young
D0060 孙乐然 技术工程 深圳 f young new
`

export interface DemoPerson {
  employeeNo: string
  name: string
  department: string
  city: City
  traits: string[]
  /** Days since the first one; null for who has long been here. */
  daysHere: number | null
}

export const people: DemoPerson[] = roll
  .trim()
  .split('\n')
  .map((line) => {
    const [employeeNo = '', name = '', department = '', city = '', ...traits] = line.split(' ')
    return { employeeNo, name, department, city: city as City, traits, daysHere: traits.includes('new') ? NEWCOMER_DAYS : null }
  })

/** The file HR would hand in, with the headings of the template; `today` dates the newcomers. */
export function employeeFile(some: readonly DemoPerson[], today: string): Uint8Array {
  const rows = some.map((person) => {
    const { traits, city, department } = person
    const has = (trait: string) => traits.includes(trait)
    const extra = traits.filter((trait) => trait === 'environment' || trait === 'accessibility')
    const branches = [cityBranch[city], departmentBranch[department], ...extra].filter((code) => code !== undefined)
    const cells = {
      ...person,
      region: regionOf[city],
      employmentType: has('intern') ? '实习' : '正式',
      level: has('manager') ? '管理者' : '员工',
      sex: has('f') ? '女' : '男',
      ageBand: has('young') ? '30岁以下' : has('senior') ? '50岁以上' : '30-50岁',
      hiredOn: person.daysHere === null ? '2021-07-01' : addDays(today, -person.daysHere),
      leftOn: '',
      branches: branches.join(';'),
      wecomUserId: person.employeeNo,
    }
    return importColumns.map((column) => cells[column]).join(',')
  })
  return new TextEncoder().encode([importColumns.map(headingOf).join(','), ...rows].join('\n'))
}
