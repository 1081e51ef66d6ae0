import type { Invariant } from '../ledger/index.ts'

/** What always holds between donations and the ledger. */
export const givingInvariants: readonly Invariant[] = [
  {
    name: 'donation-parts-sum',
    meaning: 'The parts of a donation, numbered from 1, sum exactly to it',
    sql: `SELECT COUNT(*) FROM donation d
      LEFT JOIN (SELECT donation_id, SUM(amount_fen) total, COUNT(*) n, MIN(part_no) first, MAX(part_no) last FROM donation_part GROUP BY donation_id) p
        ON p.donation_id = d.id
      WHERE COALESCE(p.total, 0) <> d.total_fen OR p.first <> 1 OR p.last <> p.n`,
  },
  {
    name: 'donation-parts-ended',
    meaning: 'The parts of a donation ended as it did: all held or cancelled with it, some settled or all returned',
    sql: `SELECT COUNT(*) FROM (SELECT d.id FROM donation d JOIN donation_part p ON p.donation_id = d.id
      GROUP BY d.id, d.state
      HAVING IF(d.state = 'settled', SUM(p.state = 'settled') = 0 OR SUM(p.state NOT IN ('settled', 'returned')) > 0, SUM(p.state <> d.state) > 0)) broken`,
  },
  {
    name: 'donation-held-journal',
    meaning: 'A donation was held by one journal of its person, with its amount and the policy version that set its cooling time',
    sql: `SELECT COUNT(*) FROM donation d JOIN ledger_journal j ON j.id = d.held_journal_id
      LEFT JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(d.employee_id, '/credit')
      WHERE j.kind <> 'donation-held' OR j.source_id <> d.id OR NOT JSON_CONTAINS(j.policy_ids, JSON_QUOTE(d.policy_id))
         OR COALESCE(e.amount, 0) <> -d.total_fen`,
  },
  {
    name: 'donation-released-journal',
    meaning: 'What came back of a donation went to its person: all of it, as a reversal, if it was cancelled, else its returned parts',
    sql: `SELECT COUNT(*) FROM donation d
      LEFT JOIN ledger_journal j ON j.id = d.released_journal_id
      LEFT JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(d.employee_id, '/credit')
      LEFT JOIN (SELECT donation_id, SUM(amount_fen) total FROM donation_part WHERE state IN ('cancelled', 'returned') GROUP BY donation_id) p
        ON p.donation_id = d.id
      WHERE COALESCE(p.total, 0) <> COALESCE(e.amount, 0) OR (j.id IS NULL) <> (p.total IS NULL)
         OR (j.id IS NOT NULL AND (j.kind <> 'donation-released' OR j.source_id <> d.id
           OR NOT (j.reverses <=> IF(d.state = 'cancelled', d.held_journal_id, NULL))))`,
  },
  {
    name: 'donation-settled-entries',
    meaning: 'Every part that arrived is an entry to its fund project, and every such entry is a part that arrived',
    sql: `SELECT COUNT(*) FROM (
      SELECT p.donation_id FROM donation_part p JOIN donation d ON d.id = p.donation_id
      LEFT JOIN ledger_journal j ON j.id = p.settled_journal_id AND j.kind = 'donation-settled' AND j.source_id = d.id AND j.id = d.settled_journal_id
      LEFT JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(p.fund_project_id, '/credit')
      WHERE p.state = 'settled' AND p.amount_fen <> COALESCE(e.amount, 0)
      UNION ALL
      SELECT j.source_id FROM ledger_journal j JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id LIKE 'fnd%'
      LEFT JOIN donation_part p ON p.donation_id = j.source_id AND p.settled_journal_id = j.id AND CONCAT(p.fund_project_id, '/credit') = e.account_id
      WHERE j.kind = 'donation-settled' AND p.donation_id IS NULL) broken`,
  },
  {
    name: 'donation-journals-explained',
    meaning: 'Every journal that holds, releases or settles credit belongs to a donation that names it',
    sql: `SELECT COUNT(*) FROM ledger_journal j LEFT JOIN donation d ON d.id = j.source_id
      WHERE j.kind IN ('donation-held', 'donation-released', 'donation-settled')
        AND (d.id IS NULL OR NOT (j.id <=> CASE j.kind WHEN 'donation-held' THEN d.held_journal_id
          WHEN 'donation-released' THEN d.released_journal_id ELSE d.settled_journal_id END))`,
  },
  {
    name: 'held-credit-is-donations',
    meaning: 'The credit held of a person is the sum of their donations inside the cooling time',
    sql: `SELECT COUNT(*) FROM ledger_balance b
      LEFT JOIN (SELECT CONCAT(employee_id, '/credit-held') account, SUM(total_fen) total FROM donation WHERE state = 'held' GROUP BY employee_id) d
        ON d.account = b.account_id
      WHERE b.account_id LIKE '%/credit-held' AND b.balance <> COALESCE(d.total, 0)`,
  },
  {
    name: 'donation-undone-in-time',
    meaning: 'A donation was undone before the end of its cooling time, or settled after it',
    sql: `SELECT COUNT(*) FROM donation WHERE cools_at < held_at
      OR (state = 'cancelled' AND ended_at >= cools_at) OR (state IN ('settled', 'returned') AND ended_at < cools_at)`,
  },
]
