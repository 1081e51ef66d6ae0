import { type Invariant, type Things, inArea } from '../ledger/index.ts'

const presences: Things = { words: { zh: '条到场记录', en: 'attendances' }, from: 'attendance' }

/** What always holds between scans, sign-ups and presence. */
export const attendanceInvariants: readonly Invariant[] = inArea('attendance', [
  {
    name: 'attendance-confirmed',
    title: { zh: '到场者已报名', en: 'Attendance has a sign-up' },
    meaning: {
      zh: '只有报名已确认的人才有到场记录',
      en: 'Only people with a confirmed sign-up are checked in',
    },
    things: presences,
    breach: 'facts-differ',
    broken: {
      id: 'a.id',
      part: "CONCAT(a.session_id, ' ', a.employee_id)",
      from: `attendance a
      LEFT JOIN signup s ON s.session_id = a.session_id AND s.employee_id = a.employee_id AND s.state = 'confirmed'
      WHERE s.id IS NULL`,
    },
  },
  {
    name: 'attendance-scanned',
    title: { zh: '到场有扫码为据', en: 'Attendance has scans' },
    meaning: {
      zh: '每条到场记录都有一次有效签到，每次签退都有一次有效的签退扫码',
      en: 'Every attendance rests on an accepted check-in, and every check-out on an accepted one',
    },
    things: presences,
    breach: 'facts-differ',
    broken: {
      id: 'a.id',
      part: "CONCAT(a.session_id, ' ', a.employee_id)",
      from: `attendance a
      WHERE NOT EXISTS (SELECT 1 FROM scan i WHERE i.session_id = a.session_id AND i.employee_id = a.employee_id AND i.accepted = 1 AND i.kind = 'in')
         OR (a.out_at IS NOT NULL AND NOT EXISTS
           (SELECT 1 FROM scan o WHERE o.session_id = a.session_id AND o.employee_id = a.employee_id AND o.accepted = 1 AND o.kind = 'out'))`,
    },
  },
])
