import type { Bilingual } from '../kernel/language.ts'
import { spokenTime } from '../kernel/time.ts'
import type { Leave, LeavePart, LeaveState, ReturnCause } from './shapes.ts'

const parts: Record<LeavePart, string> = { day: '全天', morning: '上午', afternoon: '下午' }
const states: Record<LeaveState, string> = {
  requested: '等待审批',
  approved: '已批准',
  declined: '未批准',
  used: '已休',
  cancelled: '已撤回',
  returned: '已退回额度',
}
const causes: Record<ReturnCause, string> = {
  'session-cancelled': '场次取消',
  'session-moved': '场次改期',
  'signup-cancelled': '报名取消',
  undecided: '当天之前未审批',
}

export interface LeaveColumn {
  heading: Bilingual
  value: (leave: Leave) => string | number | null
}

/** The columns of HR's file, in order; minutes are plain numbers, so that they can be summed. */
export const leaveColumns: readonly LeaveColumn[] = [
  { heading: { zh: '编号', en: 'Id' }, value: ({ id }) => id },
  { heading: { zh: '员工编号', en: 'Employee' }, value: ({ person }) => person.id },
  { heading: { zh: '姓名', en: 'Name' }, value: ({ person }) => person.name },
  { heading: { zh: '部门', en: 'Department' }, value: ({ person }) => person.department },
  { heading: { zh: '日期', en: 'Day' }, value: ({ leaveOn }) => leaveOn },
  { heading: { zh: '时段', en: 'Part of the day' }, value: ({ part }) => parts[part] },
  { heading: { zh: '分钟', en: 'Minutes' }, value: ({ minutes }) => minutes },
  { heading: { zh: '状态', en: 'State' }, value: ({ state }) => states[state] },
  { heading: { zh: '项目', en: 'Project' }, value: ({ session }) => session.projectTitle },
  { heading: { zh: '场次', en: 'Session' }, value: ({ session }) => session.title },
  { heading: { zh: '申请时间', en: 'Asked' }, value: ({ requestedAt }) => spokenTime(requestedAt, 'zh') },
  { heading: { zh: '审批人', en: 'Decided by' }, value: ({ decidedBy }) => decidedBy?.name ?? null },
  { heading: { zh: '未批准原因', en: 'Reason' }, value: ({ reason }) => reason },
  { heading: { zh: '退回原因', en: 'Returned because' }, value: ({ returnCause }) => (returnCause === null ? null : causes[returnCause]) },
]
