import { type Invariant, type Things, inArea, toldRows } from '../ledger/index.ts'

const heldBalances: Things = {
  words: { zh: '个已申请公益假余额', en: 'balances of held leave' },
  from: "ledger_balance WHERE account_id LIKE '%/leave-held'",
}
const requests: Things = { words: { zh: '份公益假申请', en: 'requests for leave' }, from: 'leave_request' }
const leaveBalances: Things = {
  words: { zh: '个公益假余额', en: 'balances of leave' },
  from: "ledger_balance WHERE account_id LIKE '%/leave'",
}
const allowances: Things = { words: { zh: '份年度额度', en: 'allowances of a year' }, from: 'leave_allowance' }

/** What always holds between requests for leave and the ledger. */
export const leaveInvariants: readonly Invariant[] = inArea('leave', [
  {
    name: 'leave-held-is-open',
    title: { zh: '留出的假等于未休的申请', en: 'Held leave is open requests' },
    meaning: {
      zh: '被留出的公益假等于已申请或已批准而未休的时长',
      en: 'Leave that is set aside is what people asked for or have approved and have not taken',
    },
    things: heldBalances,
    breach: 'facts-differ',
    broken: {
      id: 'b.account_id',
      part: "'balance'",
      expected: 'COALESCE(l.minutes, 0)',
      found: 'b.balance',
      from: `ledger_balance b
      LEFT JOIN (SELECT CONCAT(employee_id, '/leave-held') account, SUM(minutes) minutes FROM leave_request
        WHERE state IN ('requested', 'approved') GROUP BY employee_id) l ON l.account = b.account_id
      WHERE b.account_id LIKE '%/leave-held' AND b.balance <> COALESCE(l.minutes, 0)`,
    },
  },
  {
    name: 'leave-is-journals',
    title: { zh: '申请有凭证', en: 'Requests are journals' },
    meaning: {
      zh: '每份申请由一张凭证留出时长，并由一张凭证结束：已休或退回',
      en: 'Each request set its minutes aside by one journal, and ended by one that used them or gave them back',
    },
    things: requests,
    breach: 'facts-differ',
    broken: toldRows(`
      SELECT l.id, IF(COALESCE(e.amount, 0) <> l.minutes, l.held_journal_id, l.end_journal_id) part,
        IF(COALESCE(e.amount, 0) <> l.minutes, l.minutes, -l.minutes) expected,
        IF(COALESCE(e.amount, 0) <> l.minutes, COALESCE(e.amount, 0), COALESCE(t.amount, 0)) found
      FROM leave_request l
      LEFT JOIN ledger_journal h ON h.id = l.held_journal_id AND h.kind = 'leave-held' AND h.source_id = l.id
      LEFT JOIN ledger_entry e ON e.journal_id = h.id AND e.account_id = CONCAT(l.employee_id, '/leave-held')
      LEFT JOIN ledger_journal d ON d.id = l.end_journal_id AND d.source_id = l.id
        AND d.kind = IF(l.state = 'used', 'leave-used', 'leave-released')
        AND (l.state = 'used' OR d.reverses = l.held_journal_id)
      LEFT JOIN ledger_entry t ON t.journal_id = d.id AND t.account_id = CONCAT(l.employee_id, '/leave-held')
      WHERE COALESCE(e.amount, 0) <> l.minutes OR (l.end_journal_id IS NOT NULL AND COALESCE(t.amount, 0) <> -l.minutes)
      UNION ALL
      SELECT j.id, j.source_id, NULL, NULL FROM ledger_journal j LEFT JOIN leave_request l ON l.id = j.source_id AND j.id IN (l.held_journal_id, l.end_journal_id)
      WHERE j.kind IN ('leave-held', 'leave-released', 'leave-used') AND l.id IS NULL
    `),
  },
  {
    name: 'leave-within-allowance',
    title: { zh: '不超年度额度', en: 'Within the allowance' },
    meaning: {
      zh: '没有人一年内申请、占用和已休的公益假超过当年额度',
      en: 'Nobody asks for, holds or takes more leave in a year than it granted',
    },
    things: requests,
    breach: 'off-policy',
    broken: {
      id: 'l.employee_id',
      part: 'l.year',
      expected: "CONCAT('<= ', COALESCE(a.minutes, 0))",
      found: 'l.minutes',
      from: `(SELECT employee_id, YEAR(leave_on) year, SUM(minutes) minutes FROM leave_request
        WHERE active = 1 GROUP BY employee_id, YEAR(leave_on)) l
      LEFT JOIN leave_allowance a ON a.employee_id = l.employee_id AND a.year = l.year
      WHERE l.minutes > COALESCE(a.minutes, 0)`,
    },
  },
  {
    name: 'leave-left-is-allowance',
    title: { zh: '剩余等于额度减申请', en: 'Leave left is the allowance' },
    meaning: {
      zh: '可申请的公益假等于各个未失效年度的额度减去该年已申请部分',
      en: 'What a person can still ask for is the allowances that have not lapsed without what was asked of each',
    },
    things: leaveBalances,
    breach: 'facts-differ',
    broken: {
      id: 'b.account_id',
      part: "'balance'",
      expected: 'COALESCE(unlapsed.minutes, 0)',
      found: 'b.balance',
      from: `ledger_balance b
      LEFT JOIN (SELECT a.employee_id, SUM(a.minutes - COALESCE(l.minutes, 0)) minutes FROM leave_allowance a
        LEFT JOIN (SELECT employee_id, YEAR(leave_on) year, SUM(minutes) minutes FROM leave_request
          WHERE active = 1 GROUP BY employee_id, YEAR(leave_on)) l ON l.employee_id = a.employee_id AND l.year = a.year
        WHERE a.lapsed_at IS NULL GROUP BY a.employee_id) unlapsed ON b.account_id = CONCAT(unlapsed.employee_id, '/leave')
      WHERE b.account_id LIKE '%/leave' AND b.balance <> COALESCE(unlapsed.minutes, 0)`,
    },
  },
  {
    name: 'leave-granted-once',
    title: { zh: '额度只发一次', en: 'Granted once' },
    meaning: {
      zh: '每份年度额度等于本人当年发放凭证之和',
      en: 'An allowance is what the journals of its person and year granted',
    },
    things: allowances,
    breach: 'facts-differ',
    broken: toldRows(`
      SELECT a.employee_id id, CONCAT_WS(' ', a.year, a.journal_id) part, COALESCE(g.minutes, 0) expected, a.minutes found
      FROM leave_allowance a
      LEFT JOIN (SELECT j.source_id, YEAR(j.served_on) year, SUM(e.amount) minutes FROM ledger_journal j
        JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(j.source_id, '/leave')
        WHERE j.kind = 'leave-granted' GROUP BY j.source_id, YEAR(j.served_on)) g ON g.source_id = a.employee_id AND g.year = a.year
      LEFT JOIN ledger_journal f ON f.id = a.journal_id AND f.kind = 'leave-granted' AND f.source_id = a.employee_id
      WHERE a.minutes <> COALESCE(g.minutes, 0) OR (a.minutes > 0 AND f.id IS NULL)
      UNION ALL
      SELECT j.source_id, CONCAT_WS(' ', YEAR(j.served_on), j.id), NULL, NULL FROM ledger_journal j LEFT JOIN leave_allowance a ON a.employee_id = j.source_id AND a.year = YEAR(j.served_on)
      WHERE j.kind = 'leave-granted' AND a.employee_id IS NULL
    `),
  },
  {
    name: 'leave-of-the-person',
    title: { zh: '公益假属于报名者', en: 'Leave follows the sign-up' },
    meaning: {
      zh: '公益假与其报名同属一人、同属一场',
      en: 'Leave belongs to the person and the session of its sign-up',
    },
    things: requests,
    breach: 'facts-differ',
    broken: {
      id: 'l.id',
      part: "IF(s.employee_id <> l.employee_id, 'employee_id', 'session_id')",
      expected: 'IF(s.employee_id <> l.employee_id, s.employee_id, s.session_id)',
      found: 'IF(s.employee_id <> l.employee_id, l.employee_id, l.session_id)',
      from: `leave_request l JOIN signup s ON s.id = l.signup_id
      WHERE s.employee_id <> l.employee_id OR s.session_id <> l.session_id`,
    },
  },
])
