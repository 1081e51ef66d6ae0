import type { Invariant } from '../ledger/index.ts'

/** What always holds between payout batches, the donations they cover and the ledger. */
export const payoutInvariants: readonly Invariant[] = [
  {
    name: 'payout-lines-sum',
    meaning: 'The lines of a batch are as many and come to as much as it says',
    sql: `SELECT COUNT(*) FROM payout p
      LEFT JOIN (SELECT payout_id, COUNT(*) n, SUM(amount_fen) amount FROM payout_line GROUP BY payout_id) l ON l.payout_id = p.id
      WHERE COALESCE(l.n, 0) <> p.line_count OR COALESCE(l.amount, 0) <> p.amount_fen`,
  },
  {
    name: 'payout-is-journal',
    meaning: 'Every batch was built by one journal of its amount, from its fund project to its own account',
    sql: `SELECT COUNT(*) FROM payout p
      LEFT JOIN ledger_journal j ON j.id = p.built_journal_id AND j.kind = 'payout-built' AND j.source_id = p.id AND j.reverses IS NULL
      LEFT JOIN ledger_entry f ON f.journal_id = j.id AND f.account_id = CONCAT(p.fund_project_id, '/credit')
      LEFT JOIN ledger_entry b ON b.journal_id = j.id AND b.account_id = CONCAT(p.id, '/credit')
      WHERE COALESCE(f.amount, 0) <> -p.amount_fen OR COALESCE(b.amount, 0) <> p.amount_fen`,
  },
  {
    name: 'payout-journals-have-batches',
    meaning: 'No journal of a payout stands without its batch',
    sql: `SELECT COUNT(*) FROM ledger_journal j
      LEFT JOIN payout p ON p.id = j.source_id AND (p.built_journal_id = j.id OR p.end_journal_id = j.id)
      WHERE j.kind IN ('payout-built', 'payout-confirmed', 'payout-bounced') AND p.id IS NULL`,
  },
  {
    name: 'payout-account-empties',
    meaning: 'The account of a batch holds its amount until it ends, and nothing afterwards',
    sql: `SELECT COUNT(*) FROM payout p LEFT JOIN ledger_balance b ON b.account_id = CONCAT(p.id, '/credit')
      WHERE COALESCE(b.balance, -1) <> IF(p.state IN ('built', 'approved', 'sent'), p.amount_fen, 0)`,
  },
  {
    name: 'payout-end-fits',
    meaning: 'A batch ended by the journal of its state: confirmed to the charity, bounced or reversed to the fund project',
    sql: `SELECT COUNT(*) FROM payout p LEFT JOIN ledger_journal j ON j.id = p.end_journal_id
      WHERE (p.state = 'confirmed' AND COALESCE(j.kind, '') <> 'payout-confirmed')
        OR (p.state = 'bounced' AND COALESCE(j.kind, '') <> 'payout-bounced')
        OR (p.state = 'cancelled' AND COALESCE(j.reverses, '') <> p.built_journal_id)`,
  },
  {
    name: 'payout-lines-are-donations',
    meaning:
      'Every line is a settled part of a donation to that fund project, with its amount and journal, held only while its batch lives',
    sql: `SELECT COUNT(*) FROM payout_line l JOIN payout p ON p.id = l.payout_id
      JOIN donation_part d ON d.donation_id = l.donation_id AND d.part_no = l.part_no
      WHERE d.state <> 'settled' OR d.fund_project_id <> p.fund_project_id OR d.amount_fen <> l.amount_fen
        OR COALESCE(d.settled_journal_id, '') <> l.journal_id OR (l.live IS NULL) <> (p.state IN ('bounced', 'cancelled'))`,
  },
  {
    name: 'fund-balance-is-unpaid-donations',
    meaning: 'What a fund project has left is the sum of its settled donations in no live batch',
    sql: `SELECT COUNT(*) FROM ledger_balance b
      LEFT JOIN (SELECT CONCAT(d.fund_project_id, '/credit') account, SUM(d.amount_fen) amount FROM donation_part d
        LEFT JOIN payout_line l ON l.donation_id = d.donation_id AND l.part_no = d.part_no AND l.live = 1
        WHERE d.state = 'settled' AND l.donation_id IS NULL GROUP BY d.fund_project_id) w ON w.account = b.account_id
      WHERE b.account_id LIKE 'fnd|_%' ESCAPE '|' AND b.balance <> COALESCE(w.amount, 0)`,
  },
]
