import { type Invariant, type Things, inArea } from '../ledger/index.ts'

const certificates: Things = { words: { zh: '份证明', en: 'certificates' }, from: 'certificate' }
const lines: Things = { words: { zh: '条证明明细', en: 'lines of certificates' }, from: 'certificate_line' }

/** What always holds of papers that were handed out. */
export const certificateInvariants: readonly Invariant[] = inArea('certificates', [
  {
    name: 'certificates-add-up',
    title: { zh: '证明合计一致', en: 'Certificates add up' },
    meaning: {
      zh: '证明的明细条数、时长合计与所载一致，且都在证明期间内',
      en: 'The lines of a certificate are as many and make as many minutes as it says, all within its period',
    },
    things: certificates,
    breach: 'facts-differ',
    broken: {
      id: 'id',
      part: "IF(listed <> minutes, 'minutes', IF(n <> sessions, 'sessions', 'served_on'))",
      expected: "IF(listed <> minutes, minutes, IF(n <> sessions, sessions, CONCAT(from_on, '–', to_on)))",
      found: "IF(listed <> minutes, listed, IF(n <> sessions, n, CONCAT(first_on, '–', last_on)))",
      from: `(
      SELECT c.id, c.minutes, c.sessions, c.from_on, c.to_on, COALESCE(SUM(l.minutes), 0) listed, COUNT(l.attendance_id) n,
        MIN(l.served_on) first_on, MAX(l.served_on) last_on
      FROM certificate c LEFT JOIN certificate_line l ON l.certificate_id = c.id
      GROUP BY c.id, c.minutes, c.sessions, c.from_on, c.to_on
      HAVING COALESCE(SUM(l.minutes), 0) <> c.minutes OR COUNT(l.attendance_id) <> c.sessions
        OR MIN(l.served_on) < c.from_on OR MAX(l.served_on) > c.to_on
    ) broken`,
    },
  },
  {
    name: 'certificates-own-hours',
    title: { zh: '证明只列本人', en: 'Certificates list own hours' },
    meaning: {
      zh: '证明的每条明细都是持证人本人的到场记录',
      en: 'Every line of a certificate is an attendance of the person it is made out to',
    },
    things: lines,
    breach: 'facts-differ',
    broken: {
      id: 'l.certificate_id',
      part: 'l.attendance_id',
      expected: 'c.employee_id',
      found: 'a.employee_id',
      from: `certificate_line l
      JOIN certificate c ON c.id = l.certificate_id JOIN attendance a ON a.id = l.attendance_id
      WHERE a.employee_id <> c.employee_id`,
    },
  },
])
