import type { Invariant } from '../ledger/index.ts'

/** What always holds between scans, sign-ups and presence. */
export const attendanceInvariants: readonly Invariant[] = [
  {
    name: 'attendance-confirmed',
    meaning: 'Only people with a confirmed sign-up are checked in',
    sql: `SELECT COUNT(*) FROM attendance a
      LEFT JOIN signup s ON s.session_id = a.session_id AND s.employee_id = a.employee_id AND s.state = 'confirmed'
      WHERE s.id IS NULL`,
  },
  {
    name: 'attendance-scanned',
    meaning: 'Every attendance rests on an accepted check-in, and every check-out on an accepted one',
    sql: `SELECT COUNT(*) FROM attendance a
      WHERE NOT EXISTS (SELECT 1 FROM scan i WHERE i.session_id = a.session_id AND i.employee_id = a.employee_id AND i.accepted = 1 AND i.kind = 'in')
         OR (a.out_at IS NOT NULL AND NOT EXISTS
           (SELECT 1 FROM scan o WHERE o.session_id = a.session_id AND o.employee_id = a.employee_id AND o.accepted = 1 AND o.kind = 'out'))`,
  },
]
