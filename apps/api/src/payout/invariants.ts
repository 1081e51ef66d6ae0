import { type Invariant, type Things, inArea } from '../ledger/index.ts'

const payouts: Things = { words: { zh: '个拨付批次', en: 'payouts' }, from: 'payout' }
const journals: Things = {
  words: { zh: '张拨付凭证', en: 'journals of payouts' },
  from: "ledger_journal WHERE kind IN ('payout-built', 'payout-confirmed', 'payout-bounced')",
}
const lines: Things = { words: { zh: '条拨付明细', en: 'lines of payouts' }, from: 'payout_line' }
const balances: Things = {
  words: { zh: '个公益金项目余额', en: 'balances of fund projects' },
  from: "ledger_balance WHERE account_id LIKE 'fnd|_%' ESCAPE '|'",
}

/** What always holds between payout batches, the donations they cover and the ledger. */
export const payoutInvariants: readonly Invariant[] = inArea('payouts', [
  {
    name: 'payout-lines-sum',
    title: { zh: '明细合计等于批次', en: 'Lines sum to the batch' },
    meaning: {
      zh: '批次的明细条数与金额合计与批次所载一致',
      en: 'The lines of a batch are as many and come to as much as it says',
    },
    things: payouts,
    breach: 'facts-differ',
    broken: {
      id: 'p.id',
      part: "IF(COALESCE(l.amount, 0) <> p.amount_fen, 'amount_fen', 'line_count')",
      expected: 'IF(COALESCE(l.amount, 0) <> p.amount_fen, p.amount_fen, p.line_count)',
      found: 'IF(COALESCE(l.amount, 0) <> p.amount_fen, COALESCE(l.amount, 0), COALESCE(l.n, 0))',
      from: `payout p
      LEFT JOIN (SELECT payout_id, COUNT(*) n, SUM(amount_fen) amount FROM payout_line GROUP BY payout_id) l ON l.payout_id = p.id
      WHERE COALESCE(l.n, 0) <> p.line_count OR COALESCE(l.amount, 0) <> p.amount_fen`,
    },
  },
  {
    name: 'payout-is-journal',
    title: { zh: '批次有凭证', en: 'Batches are journals' },
    meaning: {
      zh: '每个批次由一张凭证生成，金额一致，从公益金项目转入批次账户',
      en: 'Every batch was built by one journal of its amount, from its fund project to its own account',
    },
    things: payouts,
    breach: 'facts-differ',
    broken: {
      id: 'p.id',
      part: 'p.built_journal_id',
      expected: 'p.amount_fen',
      found: 'IF(COALESCE(f.amount, 0) <> -p.amount_fen, -COALESCE(f.amount, 0), COALESCE(b.amount, 0))',
      from: `payout p
      LEFT JOIN ledger_journal j ON j.id = p.built_journal_id AND j.kind = 'payout-built' AND j.source_id = p.id AND j.reverses IS NULL
      LEFT JOIN ledger_entry f ON f.journal_id = j.id AND f.account_id = CONCAT(p.fund_project_id, '/credit')
      LEFT JOIN ledger_entry b ON b.journal_id = j.id AND b.account_id = CONCAT(p.id, '/credit')
      WHERE COALESCE(f.amount, 0) <> -p.amount_fen OR COALESCE(b.amount, 0) <> p.amount_fen`,
    },
  },
  {
    name: 'payout-journals-have-batches',
    title: { zh: '拨付凭证都有批次', en: 'Journals have their batch' },
    meaning: {
      zh: '没有脱离批次的拨付凭证',
      en: 'No journal of a payout stands without its batch',
    },
    things: journals,
    breach: 'facts-differ',
    broken: {
      id: 'j.id',
      part: 'j.source_id',
      found: 'j.kind',
      from: `ledger_journal j
      LEFT JOIN payout p ON p.id = j.source_id AND (p.built_journal_id = j.id OR p.end_journal_id = j.id)
      WHERE j.kind IN ('payout-built', 'payout-confirmed', 'payout-bounced') AND p.id IS NULL`,
    },
  },
  {
    name: 'payout-account-empties',
    title: { zh: '批次账户结清', en: 'Accounts of batches empty' },
    meaning: {
      zh: '批次结束前账户余额等于批次金额，结束后为零',
      en: 'The account of a batch holds its amount until it ends, and nothing afterwards',
    },
    things: payouts,
    breach: 'facts-differ',
    broken: {
      id: 'p.id',
      part: "CONCAT(p.id, '/credit')",
      expected: "IF(p.state IN ('built', 'approved', 'sent'), p.amount_fen, 0)",
      found: 'b.balance',
      from: `payout p LEFT JOIN ledger_balance b ON b.account_id = CONCAT(p.id, '/credit')
      WHERE COALESCE(b.balance, -1) <> IF(p.state IN ('built', 'approved', 'sent'), p.amount_fen, 0)`,
    },
  },
  {
    name: 'payout-end-fits',
    title: { zh: '批次结束有凭证', en: 'Ends have their journal' },
    meaning: {
      zh: '批次的结束与其凭证相符：确认到账，或退票、撤销后退回公益金项目',
      en: 'A batch ended by the journal of its state: confirmed to the charity, bounced or reversed to the fund project',
    },
    things: payouts,
    breach: 'facts-differ',
    broken: {
      id: 'p.id',
      part: 'p.end_journal_id',
      expected: 'p.state',
      found: 'j.kind',
      from: `payout p LEFT JOIN ledger_journal j ON j.id = p.end_journal_id
      WHERE (p.state = 'confirmed' AND COALESCE(j.kind, '') <> 'payout-confirmed')
        OR (p.state = 'bounced' AND COALESCE(j.kind, '') <> 'payout-bounced')
        OR (p.state = 'cancelled' AND COALESCE(j.reverses, '') <> p.built_journal_id)`,
    },
  },
  {
    name: 'payout-lines-are-donations',
    title: { zh: '明细即捐赠', en: 'Lines are donations' },
    meaning: {
      zh: '每条明细都是送达该项目的一个捐赠份额，金额与凭证一致，只在批次有效时占用',
      en: 'Every line is a settled part of a donation to that fund project, with its amount and journal, held only while its batch lives',
    },
    things: lines,
    breach: 'facts-differ',
    broken: {
      id: 'l.payout_id',
      part: "CONCAT(l.donation_id, ' ', l.part_no)",
      expected: `CASE WHEN d.state <> 'settled' THEN 'settled' WHEN d.fund_project_id <> p.fund_project_id THEN d.fund_project_id
        WHEN d.amount_fen <> l.amount_fen THEN d.amount_fen WHEN COALESCE(d.settled_journal_id, '') <> l.journal_id THEN d.settled_journal_id END`,
      found: `CASE WHEN d.state <> 'settled' THEN d.state WHEN d.fund_project_id <> p.fund_project_id THEN p.fund_project_id
        WHEN d.amount_fen <> l.amount_fen THEN l.amount_fen WHEN COALESCE(d.settled_journal_id, '') <> l.journal_id THEN l.journal_id ELSE p.state END`,
      from: `payout_line l JOIN payout p ON p.id = l.payout_id
      JOIN donation_part d ON d.donation_id = l.donation_id AND d.part_no = l.part_no
      WHERE d.state <> 'settled' OR d.fund_project_id <> p.fund_project_id OR d.amount_fen <> l.amount_fen
        OR COALESCE(d.settled_journal_id, '') <> l.journal_id OR (l.live IS NULL) <> (p.state IN ('bounced', 'cancelled'))`,
    },
  },
  {
    name: 'fund-balance-is-unpaid-donations',
    title: { zh: '项目余额等于待拨付捐赠', en: 'Fund balances are unpaid donations' },
    meaning: {
      zh: '公益金项目的余额等于尚未列入有效批次的送达捐赠之和',
      en: 'What a fund project has left is the sum of its settled donations in no live batch',
    },
    things: balances,
    breach: 'facts-differ',
    broken: {
      id: 'b.account_id',
      part: "'balance'",
      expected: 'COALESCE(w.amount, 0)',
      found: 'b.balance',
      from: `ledger_balance b
      LEFT JOIN (SELECT CONCAT(d.fund_project_id, '/credit') account, SUM(d.amount_fen) amount FROM donation_part d
        LEFT JOIN payout_line l ON l.donation_id = d.donation_id AND l.part_no = d.part_no AND l.live = 1
        WHERE d.state = 'settled' AND l.donation_id IS NULL GROUP BY d.fund_project_id) w ON w.account = b.account_id
      WHERE b.account_id LIKE 'fnd|_%' ESCAPE '|' AND b.balance <> COALESCE(w.amount, 0)`,
    },
  },
])
