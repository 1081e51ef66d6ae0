import type { Invariant } from '../ledger/index.ts'

/** What always holds of papers that were handed out. */
export const certificateInvariants: readonly Invariant[] = [
  {
    name: 'certificates-add-up',
    meaning: 'The lines of a certificate are as many and make as many minutes as it says, all within its period',
    sql: `SELECT COUNT(*) FROM (
      SELECT c.id FROM certificate c LEFT JOIN certificate_line l ON l.certificate_id = c.id
      GROUP BY c.id, c.minutes, c.sessions, c.from_on, c.to_on
      HAVING COALESCE(SUM(l.minutes), 0) <> c.minutes OR COUNT(l.attendance_id) <> c.sessions
        OR MIN(l.served_on) < c.from_on OR MAX(l.served_on) > c.to_on
    ) broken`,
  },
  {
    name: 'certificates-own-hours',
    meaning: 'Every line of a certificate is an attendance of the person it is made out to',
    sql: `SELECT COUNT(*) FROM certificate_line l
      JOIN certificate c ON c.id = l.certificate_id JOIN attendance a ON a.id = l.attendance_id
      WHERE a.employee_id <> c.employee_id`,
  },
]
