import type { Invariant } from '../ledger/index.ts'

/** What always holds between claims and the ledger. */
export const claimInvariants: readonly Invariant[] = [
  {
    name: 'claims-are-journals',
    meaning: 'An approved claim was matched by one journal of its person with its amount, on the day of the gift',
    sql: `SELECT COUNT(*) FROM claim c LEFT JOIN ledger_journal j ON j.id = c.journal_id
      LEFT JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(c.employee_id, '/gift')
      WHERE c.state IN ('approved', 'refunded')
        AND (COALESCE(e.amount, 0) <> c.amount_fen OR j.kind <> 'gift-matched' OR j.source_id <> c.id OR j.served_on <> c.gift_on)`,
  },
  {
    name: 'refunds-are-reversals',
    meaning: 'A refunded claim was taken back whole, by a reversal of the journal that had matched it',
    sql: `SELECT COUNT(*) FROM claim c LEFT JOIN ledger_journal j ON j.id = c.refund_journal_id
      LEFT JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(c.employee_id, '/gift')
      WHERE c.state = 'refunded'
        AND (COALESCE(e.amount, 0) <> -c.amount_fen OR j.kind <> 'gift-refunded' OR NOT (j.reverses <=> c.journal_id))`,
  },
  {
    name: 'gift-journals-explained',
    meaning: 'Every journal that matches or takes back a gift belongs to a claim that names it',
    sql: `SELECT COUNT(*) FROM ledger_journal j LEFT JOIN claim c ON c.id = j.source_id
      WHERE j.kind IN ('gift-matched', 'gift-refunded')
        AND (c.id IS NULL OR NOT (j.id <=> IF(j.kind = 'gift-matched', c.journal_id, c.refund_journal_id)))`,
  },
  {
    name: 'gifts-sum-to-balance',
    meaning: 'The approved gifts of a person add up to the balance of their gift account',
    sql: `SELECT COUNT(*) FROM ledger_balance b
      LEFT JOIN (SELECT CONCAT(employee_id, '/gift') account, SUM(amount_fen) total FROM claim WHERE state = 'approved' GROUP BY employee_id) c
        ON c.account = b.account_id
      WHERE b.account_id LIKE '%/gift' AND b.balance <> COALESCE(c.total, 0)`,
  },
  {
    name: 'receipts-stand-once',
    meaning: 'Every claim that is not rejected has one to three receipts handed in by its person, and no other claim has them',
    sql: `SELECT COUNT(*) FROM claim c LEFT JOIN (
        SELECT i.claim_id, SUM(i.live = 1) n, SUM(f.uploader_id <> k.employee_id OR f.attached_at IS NULL) wrong
          FROM claim_image i JOIN stored_file f ON f.id = i.file_id JOIN claim k ON k.id = i.claim_id
          WHERE i.place IS NOT NULL GROUP BY i.claim_id) s ON s.claim_id = c.id
      WHERE COALESCE(s.wrong, 0) > 0 OR (c.state = 'rejected' AND COALESCE(s.n, 0) > 0)
         OR (c.state <> 'rejected' AND COALESCE(s.n, 0) NOT BETWEEN 1 AND 3)`,
  },
]
