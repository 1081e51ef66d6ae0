import type { Invariant } from '../ledger/index.ts'

/** What always holds between confirmed hours and the ledger. */
export const hoursInvariants: readonly Invariant[] = [
  {
    name: 'hours-are-journals',
    meaning: 'Issued hours stand in the ledger with the same person and minutes, by one journal in force, and nothing else does',
    sql: `SELECT COUNT(*) FROM (
      SELECT h.attendance_id FROM hours_record h
      LEFT JOIN ledger_entry e ON e.journal_id = h.journal_id AND e.account_id = CONCAT(h.employee_id, '/hours')
      WHERE h.state = 'issued' AND (h.minutes <> COALESCE(e.amount, 0))
      UNION ALL
      SELECT j.source_id FROM ledger_journal j
      LEFT JOIN ledger_journal r ON r.reverses = j.id
      LEFT JOIN hours_record h ON h.journal_id = j.id AND h.attendance_id = j.source_id
      WHERE j.kind IN ('hours-issued', 'hours-corrected') AND j.reverses IS NULL AND r.id IS NULL AND h.attendance_id IS NULL
    ) broken`,
  },
  {
    name: 'hours-sum-to-balance',
    meaning: 'The minutes of a person’s issued sessions add up to the balance of their hours account',
    sql: `SELECT COUNT(*) FROM ledger_balance b
      LEFT JOIN (SELECT CONCAT(employee_id, '/hours') account, SUM(minutes) minutes FROM hours_record WHERE state = 'issued' GROUP BY employee_id) h
        ON h.account = b.account_id
      WHERE b.account_id LIKE '%/hours' AND b.balance <> COALESCE(h.minutes, 0)`,
  },
  {
    name: 'hours-second-person',
    meaning: 'Nobody issued or corrected their own hours',
    sql: `SELECT COUNT(*) FROM hours_record h LEFT JOIN hours_correction c ON c.attendance_id = h.attendance_id
      WHERE h.issued_by = h.employee_id OR c.corrected_by = h.employee_id`,
  },
  {
    name: 'hours-attended',
    meaning: 'Confirmed hours belong to the session and person of their attendance',
    sql: `SELECT COUNT(*) FROM hours_record h JOIN attendance a ON a.id = h.attendance_id
      WHERE a.session_id <> h.session_id OR a.employee_id <> h.employee_id`,
  },
  {
    name: 'corrections-follow',
    meaning: 'Corrections of an attendance follow each other without a gap, and the last one is in force',
    sql: `SELECT COUNT(*) FROM hours_record h
      LEFT JOIN (SELECT attendance_id, COUNT(*) n, MAX(round) last FROM hours_correction GROUP BY attendance_id) c ON c.attendance_id = h.attendance_id
      LEFT JOIN hours_correction l ON l.attendance_id = c.attendance_id AND l.round = c.last
      WHERE (c.n IS NULL AND h.round > 1) OR (c.n IS NOT NULL AND (c.last <> h.round OR c.n <> h.round - 1 OR l.minutes_after <> h.minutes))`,
  },
]
