import { type Invariant, type Things, inArea } from '../ledger/index.ts'

const approved: Things = { words: { zh: '笔已通过的申报', en: 'approved claims' }, from: "claim WHERE state IN ('approved', 'refunded')" }
const refunded: Things = { words: { zh: '笔已退款的申报', en: 'refunded claims' }, from: "claim WHERE state = 'refunded'" }
const journals: Things = {
  words: { zh: '张个人捐赠凭证', en: 'journals of own donations' },
  from: "ledger_journal WHERE kind IN ('gift-matched', 'gift-refunded')",
}
const balances: Things = {
  words: { zh: '个个人捐赠余额', en: 'balances of own donations' },
  from: "ledger_balance WHERE account_id LIKE '%/gift'",
}
const claims: Things = { words: { zh: '笔申报', en: 'claims' }, from: 'claim' }

/** What always holds between claims and the ledger. */
export const claimInvariants: readonly Invariant[] = inArea('claims', [
  {
    name: 'claims-are-journals',
    title: { zh: '通过即有凭证', en: 'Approved claims are journals' },
    meaning: {
      zh: '每笔通过的申报都由本人的一张凭证配捐，金额与捐赠日一致',
      en: 'An approved claim was matched by one journal of its person with its amount, on the day of the gift',
    },
    things: approved,
    breach: 'facts-differ',
    broken: {
      id: 'c.id',
      part: "CONCAT_WS(' ', c.journal_id, IF(COALESCE(e.amount, 0) <> c.amount_fen, 'amount_fen', IF(j.served_on <> c.gift_on, 'gift_on', 'source_id')))",
      expected: 'IF(COALESCE(e.amount, 0) <> c.amount_fen, c.amount_fen, IF(j.served_on <> c.gift_on, c.gift_on, c.id))',
      found: 'IF(COALESCE(e.amount, 0) <> c.amount_fen, COALESCE(e.amount, 0), IF(j.served_on <> c.gift_on, j.served_on, j.source_id))',
      from: `claim c LEFT JOIN ledger_journal j ON j.id = c.journal_id
      LEFT JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(c.employee_id, '/gift')
      WHERE c.state IN ('approved', 'refunded')
        AND (COALESCE(e.amount, 0) <> c.amount_fen OR j.kind <> 'gift-matched' OR j.source_id <> c.id OR j.served_on <> c.gift_on)`,
    },
  },
  {
    name: 'refunds-are-reversals',
    title: { zh: '退款即冲正', en: 'Refunds are reversals' },
    meaning: {
      zh: '退款的申报以冲正原配捐凭证的方式全额收回',
      en: 'A refunded claim was taken back whole, by a reversal of the journal that had matched it',
    },
    things: refunded,
    breach: 'facts-differ',
    broken: {
      id: 'c.id',
      part: 'c.refund_journal_id',
      expected: '-c.amount_fen',
      found: 'COALESCE(e.amount, 0)',
      from: `claim c LEFT JOIN ledger_journal j ON j.id = c.refund_journal_id
      LEFT JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(c.employee_id, '/gift')
      WHERE c.state = 'refunded'
        AND (COALESCE(e.amount, 0) <> -c.amount_fen OR j.kind <> 'gift-refunded' OR NOT (j.reverses <=> c.journal_id))`,
    },
  },
  {
    name: 'gift-journals-explained',
    title: { zh: '配捐凭证都有申报', en: 'Journals have their claim' },
    meaning: {
      zh: '每张配捐或收回凭证都属于一笔指明它的申报',
      en: 'Every journal that matches or takes back a gift belongs to a claim that names it',
    },
    things: journals,
    breach: 'facts-differ',
    broken: {
      id: 'j.id',
      part: 'j.source_id',
      found: 'j.kind',
      from: `ledger_journal j LEFT JOIN claim c ON c.id = j.source_id
      WHERE j.kind IN ('gift-matched', 'gift-refunded')
        AND (c.id IS NULL OR NOT (j.id <=> IF(j.kind = 'gift-matched', c.journal_id, c.refund_journal_id)))`,
    },
  },
  {
    name: 'gifts-sum-to-balance',
    title: { zh: '通过的捐赠等于余额', en: 'Gifts sum to the balance' },
    meaning: {
      zh: '一个人已通过的捐赠之和等于其个人捐赠余额',
      en: 'The approved gifts of a person add up to the balance of their gift account',
    },
    things: balances,
    breach: 'facts-differ',
    broken: {
      id: 'b.account_id',
      part: "'balance'",
      expected: 'COALESCE(c.total, 0)',
      found: 'b.balance',
      from: `ledger_balance b
      LEFT JOIN (SELECT CONCAT(employee_id, '/gift') account, SUM(amount_fen) total FROM claim WHERE state = 'approved' GROUP BY employee_id) c
        ON c.account = b.account_id
      WHERE b.account_id LIKE '%/gift' AND b.balance <> COALESCE(c.total, 0)`,
    },
  },
  {
    name: 'receipts-stand-once',
    title: { zh: '收据只用一次', en: 'Receipts stand once' },
    meaning: {
      zh: '未驳回的申报都有一至三张本人提交的收据，且没有别的申报使用同一张',
      en: 'Every claim that is not rejected has one to three receipts handed in by its person, and no other claim has them',
    },
    things: claims,
    breach: 'facts-differ',
    broken: {
      id: 'c.id',
      part: "IF(COALESCE(s.wrong, 0) > 0, 'uploader_id', 'live')",
      expected: "IF(COALESCE(s.wrong, 0) > 0, 0, IF(c.state = 'rejected', 0, '1–3'))",
      found: 'IF(COALESCE(s.wrong, 0) > 0, s.wrong, COALESCE(s.n, 0))',
      from: `claim c LEFT JOIN (
        SELECT i.claim_id, SUM(i.live = 1) n, SUM(f.uploader_id <> k.employee_id OR f.attached_at IS NULL) wrong
          FROM claim_image i JOIN stored_file f ON f.id = i.file_id JOIN claim k ON k.id = i.claim_id
          WHERE i.place IS NOT NULL GROUP BY i.claim_id) s ON s.claim_id = c.id
      WHERE COALESCE(s.wrong, 0) > 0 OR (c.state = 'rejected' AND COALESCE(s.n, 0) > 0)
         OR (c.state <> 'rejected' AND COALESCE(s.n, 0) NOT BETWEEN 1 AND 3)`,
    },
  },
])
