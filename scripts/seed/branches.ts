import type { Branch } from '@yijian/shared/people/shapes'

/** Branches of all three kinds, each with the staff number of its lead. */
export const branches = [
  { code: 'shenzhen', name: '深圳分会', kind: 'region', lead: 'D0001' },
  { code: 'beijing', name: '北京分会', kind: 'region', lead: 'D0002' },
  { code: 'shanghai', name: '上海分会', kind: 'region', lead: 'D0003' },
  { code: 'chengdu', name: '成都分会', kind: 'region', lead: 'D0004' },
  { code: 'guangzhou', name: '广州分会', kind: 'region', lead: 'D0005' },
  { code: 'engineering', name: '技术工程分会', kind: 'department', lead: 'D0006' },
  { code: 'design', name: '产品设计分会', kind: 'department', lead: 'D0007' },
  { code: 'environment', name: '环境保护分会', kind: 'field', lead: 'D0008' },
  { code: 'accessibility', name: '信息无障碍分会', kind: 'field', lead: 'D0009' },
] as const satisfies readonly (Pick<Branch, 'code' | 'name' | 'kind'> & { lead: string })[]

export type BranchCode = (typeof branches)[number]['code']
