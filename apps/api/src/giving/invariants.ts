import { type Invariant, type Things, inArea, toldRows } from '../ledger/index.ts'

const donations: Things = { words: { zh: '笔捐赠', en: 'donations' }, from: 'donation' }
const settledParts: Things = { words: { zh: '个已送达份额', en: 'parts that arrived' }, from: "donation_part WHERE state = 'settled'" }
const journals: Things = {
  words: { zh: '张捐赠凭证', en: 'journals of donations' },
  from: "ledger_journal WHERE kind IN ('donation-held', 'donation-released', 'donation-settled')",
}
const balances: Things = {
  words: { zh: '个留出公益金余额', en: 'balances of held credit' },
  from: "ledger_balance WHERE account_id LIKE '%/credit-held'",
}

/** What always holds between donations and the ledger. */
export const givingInvariants: readonly Invariant[] = inArea('donations', [
  {
    name: 'donation-parts-sum',
    title: { zh: '份额合计等于捐赠额', en: 'Parts sum to the donation' },
    meaning: {
      zh: '一笔捐赠的各份额从 1 起编号，合计恰为捐赠总额',
      en: 'The parts of a donation, numbered from 1, sum exactly to it',
    },
    things: donations,
    breach: 'facts-differ',
    broken: {
      id: 'd.id',
      part: "IF(COALESCE(p.total, 0) <> d.total_fen, 'total_fen', 'part_no')",
      expected: "IF(COALESCE(p.total, 0) <> d.total_fen, d.total_fen, CONCAT('1–', p.n))",
      found: "IF(COALESCE(p.total, 0) <> d.total_fen, COALESCE(p.total, 0), CONCAT(p.first, '–', p.last))",
      from: `donation d
      LEFT JOIN (SELECT donation_id, SUM(amount_fen) total, COUNT(*) n, MIN(part_no) first, MAX(part_no) last FROM donation_part GROUP BY donation_id) p
        ON p.donation_id = d.id
      WHERE COALESCE(p.total, 0) <> d.total_fen OR p.first <> 1 OR p.last <> p.n`,
    },
  },
  {
    name: 'donation-parts-ended',
    title: { zh: '份额状态与捐赠一致', en: 'Parts ended as the donation' },
    meaning: {
      zh: '捐赠在冷静期或已撤销时，各份额状态相同；送达的捐赠，份额或已送达或已退回',
      en: 'The parts of a donation ended as it did: all held or cancelled with it, some settled or all returned',
    },
    things: donations,
    breach: 'facts-differ',
    broken: {
      id: 'id',
      part: "'state'",
      expected: 'state',
      found: 'states',
      from: `(SELECT d.id, d.state, GROUP_CONCAT(DISTINCT p.state ORDER BY p.state SEPARATOR ' ') states FROM donation d JOIN donation_part p ON p.donation_id = d.id
      GROUP BY d.id, d.state
      HAVING IF(d.state = 'settled', SUM(p.state = 'settled') = 0 OR SUM(p.state NOT IN ('settled', 'returned')) > 0, SUM(p.state <> d.state) > 0)) broken`,
    },
  },
  {
    name: 'donation-held-journal',
    title: { zh: '留出有凭证', en: 'Held by a journal' },
    meaning: {
      zh: '每笔捐赠由本人的一张凭证留出，金额一致，并记有决定冷静期的政策版本',
      en: 'A donation was held by one journal of its person, with its amount and the policy version that set its cooling time',
    },
    things: donations,
    breach: 'facts-differ',
    broken: {
      id: 'd.id',
      part: 'd.held_journal_id',
      expected: '-d.total_fen',
      found: 'COALESCE(e.amount, 0)',
      from: `donation d JOIN ledger_journal j ON j.id = d.held_journal_id
      LEFT JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(d.employee_id, '/credit')
      WHERE j.kind <> 'donation-held' OR j.source_id <> d.id OR NOT JSON_CONTAINS(j.policy_ids, JSON_QUOTE(d.policy_id))
         OR COALESCE(e.amount, 0) <> -d.total_fen`,
    },
  },
  {
    name: 'donation-released-journal',
    title: { zh: '退回有凭证', en: 'Released by a journal' },
    meaning: {
      zh: '撤销的捐赠以冲正全额退还本人，退回的份额如数退还本人',
      en: 'What came back of a donation went to its person: all of it, as a reversal, if it was cancelled, else its returned parts',
    },
    things: donations,
    breach: 'facts-differ',
    broken: {
      id: 'd.id',
      part: 'd.released_journal_id',
      expected: 'COALESCE(p.total, 0)',
      found: 'COALESCE(e.amount, 0)',
      from: `donation d
      LEFT JOIN ledger_journal j ON j.id = d.released_journal_id
      LEFT JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(d.employee_id, '/credit')
      LEFT JOIN (SELECT donation_id, SUM(amount_fen) total FROM donation_part WHERE state IN ('cancelled', 'returned') GROUP BY donation_id) p
        ON p.donation_id = d.id
      WHERE COALESCE(p.total, 0) <> COALESCE(e.amount, 0) OR (j.id IS NULL) <> (p.total IS NULL)
         OR (j.id IS NOT NULL AND (j.kind <> 'donation-released' OR j.source_id <> d.id
           OR NOT (j.reverses <=> IF(d.state = 'cancelled', d.held_journal_id, NULL))))`,
    },
  },
  {
    name: 'donation-settled-entries',
    title: { zh: '送达与入账一一对应', en: 'Arrivals are entries' },
    meaning: {
      zh: '每个已送达份额都有一条记入公益金项目的分录，反之亦然',
      en: 'Every part that arrived is an entry to its fund project, and every such entry is a part that arrived',
    },
    things: settledParts,
    breach: 'facts-differ',
    broken: toldRows(`
      SELECT p.donation_id id, CONCAT_WS(' ', p.part_no, p.settled_journal_id) part, p.amount_fen expected, COALESCE(e.amount, 0) found
      FROM donation_part p JOIN donation d ON d.id = p.donation_id
      LEFT JOIN ledger_journal j ON j.id = p.settled_journal_id AND j.kind = 'donation-settled' AND j.source_id = d.id AND j.id = d.settled_journal_id
      LEFT JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(p.fund_project_id, '/credit')
      WHERE p.state = 'settled' AND p.amount_fen <> COALESCE(e.amount, 0)
      UNION ALL
      SELECT j.id, e.account_id, 0, e.amount FROM ledger_journal j JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id LIKE 'fnd%'
      LEFT JOIN donation_part p ON p.donation_id = j.source_id AND p.settled_journal_id = j.id AND CONCAT(p.fund_project_id, '/credit') = e.account_id
      WHERE j.kind = 'donation-settled' AND p.donation_id IS NULL`),
  },
  {
    name: 'donation-journals-explained',
    title: { zh: '捐赠凭证都有捐赠', en: 'Journals have their donation' },
    meaning: {
      zh: '每张留出、退回、送达凭证都属于一笔指明它的捐赠',
      en: 'Every journal that holds, releases or settles credit belongs to a donation that names it',
    },
    things: journals,
    breach: 'facts-differ',
    broken: {
      id: 'j.id',
      part: 'j.source_id',
      found: 'j.kind',
      from: `ledger_journal j LEFT JOIN donation d ON d.id = j.source_id
      WHERE j.kind IN ('donation-held', 'donation-released', 'donation-settled')
        AND (d.id IS NULL OR NOT (j.id <=> CASE j.kind WHEN 'donation-held' THEN d.held_journal_id
          WHEN 'donation-released' THEN d.released_journal_id ELSE d.settled_journal_id END))`,
    },
  },
  {
    name: 'held-credit-is-donations',
    title: { zh: '留出余额等于冷静期捐赠', en: 'Held credit is donations' },
    meaning: {
      zh: '一个人被留出的公益金等于其冷静期内捐赠之和',
      en: 'The credit held of a person is the sum of their donations inside the cooling time',
    },
    things: balances,
    breach: 'facts-differ',
    broken: {
      id: 'b.account_id',
      part: "'balance'",
      expected: 'COALESCE(d.total, 0)',
      found: 'b.balance',
      from: `ledger_balance b
      LEFT JOIN (SELECT CONCAT(employee_id, '/credit-held') account, SUM(total_fen) total FROM donation WHERE state = 'held' GROUP BY employee_id) d
        ON d.account = b.account_id
      WHERE b.account_id LIKE '%/credit-held' AND b.balance <> COALESCE(d.total, 0)`,
    },
  },
  {
    name: 'donation-undone-in-time',
    title: { zh: '冷静期内撤销', en: 'Undone in time' },
    meaning: {
      zh: '捐赠或在冷静期结束前撤销，或在结束后送达',
      en: 'A donation was undone before the end of its cooling time, or settled after it',
    },
    things: donations,
    breach: 'off-policy',
    broken: {
      id: 'id',
      part: "IF(cools_at < held_at, 'held_at', 'ended_at')",
      expected: "IF(cools_at < held_at OR state = 'cancelled', CONCAT('< ', cools_at), CONCAT('>= ', cools_at))",
      found: 'CONCAT(IF(cools_at < held_at, held_at, ended_at))',
      from: `donation WHERE cools_at < held_at
      OR (state = 'cancelled' AND ended_at >= cools_at) OR (state IN ('settled', 'returned') AND ended_at < cools_at)`,
    },
  },
])
