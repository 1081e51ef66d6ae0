import type { Bilingual } from '@yijian/shared/kernel/language'

/** Who one may log in as, from the one with most to see to the one with nothing yet. */
export const personas: readonly { employeeNo: string; part: Bilingual }[] = [
  {
    employeeNo: 'D0010',
    part: { zh: '员工 · 36.5 小时，差 30 分钟再得 100 元', en: 'Employee · 36.5 hours, 30 minutes short of the next 100 yuan' },
  },
  { employeeNo: 'D0060', part: { zh: '新同事 · 还没有参加过', en: 'New colleague · has done nothing yet' } },
  { employeeNo: 'D0024', part: { zh: '主理人 · 有一场正在进行', en: 'Host · a session is running now' } },
  { employeeNo: 'D0023', part: { zh: '联合主理人', en: 'Co-host' } },
  { employeeNo: 'D0001', part: { zh: '分会负责人 · 深圳分会', en: 'Branch lead · Shenzhen' } },
  { employeeNo: 'D0003', part: { zh: '评委 · 正在为益践领袖评分', en: 'Judge · scoring for the award' } },
  { employeeNo: 'D0018', part: { zh: '运营', en: 'Operator' } },
  { employeeNo: 'D0015', part: { zh: 'HR', en: 'HR' } },
  { employeeNo: 'D0016', part: { zh: '审计', en: 'Auditor' } },
]
