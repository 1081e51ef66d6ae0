import { type Invariant, type Things, inArea, toldRows } from '../ledger/index.ts'

const records: Things = { words: { zh: '条已确认的公益时', en: 'confirmed hours' }, from: 'hours_record' }
const balances: Things = { words: { zh: '个公益时余额', en: 'balances of hours' }, from: "ledger_balance WHERE account_id LIKE '%/hours'" }

/** What always holds between confirmed hours and the ledger. */
export const hoursInvariants: readonly Invariant[] = inArea('hours', [
  {
    name: 'hours-are-journals',
    title: { zh: '下发与凭证一一对应', en: 'Issued hours are journals' },
    meaning: {
      zh: '每条已下发的公益时都有一张有效凭证，人员与时长相同；除此之外没有别的公益时凭证',
      en: 'Issued hours stand in the ledger with the same person and minutes, by one journal in force, and nothing else does',
    },
    things: records,
    breach: 'facts-differ',
    broken: toldRows(`
      SELECT h.attendance_id id, h.journal_id part, h.minutes expected, COALESCE(e.amount, 0) found FROM hours_record h
      LEFT JOIN ledger_entry e ON e.journal_id = h.journal_id AND e.account_id = CONCAT(h.employee_id, '/hours')
      WHERE h.state = 'issued' AND (h.minutes <> COALESCE(e.amount, 0))
      UNION ALL
      SELECT j.id, j.source_id, NULL, NULL FROM ledger_journal j
      LEFT JOIN ledger_journal r ON r.reverses = j.id
      LEFT JOIN hours_record h ON h.journal_id = j.id AND h.attendance_id = j.source_id
      WHERE j.kind IN ('hours-issued', 'hours-corrected') AND j.reverses IS NULL AND r.id IS NULL AND h.attendance_id IS NULL
    `),
  },
  {
    name: 'hours-sum-to-balance',
    title: { zh: '公益时合计等于余额', en: 'Hours sum to the balance' },
    meaning: {
      zh: '一个人各场次已下发的时长之和等于其公益时余额',
      en: 'The minutes of a person’s issued sessions add up to the balance of their hours account',
    },
    things: balances,
    breach: 'facts-differ',
    broken: {
      id: 'b.account_id',
      part: "'balance'",
      expected: 'COALESCE(h.minutes, 0)',
      found: 'b.balance',
      from: `ledger_balance b
      LEFT JOIN (SELECT CONCAT(employee_id, '/hours') account, SUM(minutes) minutes FROM hours_record WHERE state = 'issued' GROUP BY employee_id) h
        ON h.account = b.account_id
      WHERE b.account_id LIKE '%/hours' AND b.balance <> COALESCE(h.minutes, 0)`,
    },
  },
  {
    name: 'hours-second-person',
    title: { zh: '下发须由他人', en: 'Issued by somebody else' },
    meaning: {
      zh: '没有人为自己下发或更正公益时',
      en: 'Nobody issued or corrected their own hours',
    },
    things: records,
    breach: 'own-deed',
    broken: {
      id: 'h.attendance_id',
      part: "IF(h.issued_by = h.employee_id, 'issued_by', 'corrected_by')",
      found: 'h.employee_id',
      from: `hours_record h LEFT JOIN hours_correction c ON c.attendance_id = h.attendance_id
      WHERE h.issued_by = h.employee_id OR c.corrected_by = h.employee_id`,
    },
  },
  {
    name: 'hours-attended',
    title: { zh: '公益时属于到场者', en: 'Hours belong to the attendance' },
    meaning: {
      zh: '已确认的公益时与其到场记录同属一人、同属一场',
      en: 'Confirmed hours belong to the session and person of their attendance',
    },
    things: records,
    breach: 'facts-differ',
    broken: {
      id: 'h.attendance_id',
      part: "IF(a.employee_id <> h.employee_id, 'employee_id', 'session_id')",
      expected: 'IF(a.employee_id <> h.employee_id, a.employee_id, a.session_id)',
      found: 'IF(a.employee_id <> h.employee_id, h.employee_id, h.session_id)',
      from: `hours_record h JOIN attendance a ON a.id = h.attendance_id
      WHERE a.session_id <> h.session_id OR a.employee_id <> h.employee_id`,
    },
  },
  {
    name: 'corrections-follow',
    title: { zh: '更正首尾相接', en: 'Corrections follow each other' },
    meaning: {
      zh: '同一到场记录的更正次序连续，最后一次更正即为现行结果',
      en: 'Corrections of an attendance follow each other without a gap, and the last one is in force',
    },
    things: records,
    breach: 'facts-differ',
    broken: {
      id: 'h.attendance_id',
      part: "IF(COALESCE(c.last, 1) <> h.round OR COALESCE(c.n, 0) <> h.round - 1, 'round', 'minutes')",
      expected: 'IF(COALESCE(c.last, 1) <> h.round OR COALESCE(c.n, 0) <> h.round - 1, COALESCE(c.n, 0) + 1, l.minutes_after)',
      found: 'IF(COALESCE(c.last, 1) <> h.round OR COALESCE(c.n, 0) <> h.round - 1, h.round, h.minutes)',
      from: `hours_record h
      LEFT JOIN (SELECT attendance_id, COUNT(*) n, MAX(round) last FROM hours_correction GROUP BY attendance_id) c ON c.attendance_id = h.attendance_id
      LEFT JOIN hours_correction l ON l.attendance_id = c.attendance_id AND l.round = c.last
      WHERE (c.n IS NULL AND h.round > 1) OR (c.n IS NOT NULL AND (c.last <> h.round OR c.n <> h.round - 1 OR l.minutes_after <> h.minutes))`,
    },
  },
])
