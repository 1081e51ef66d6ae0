import { SYSTEM } from '@yijian/shared/ledger/accounts'
import { type Invariant, inArea } from './invariant.ts'
import { anyUnitOff, inAscii, isExact, offUnits, setting, toldSum, unitSums, valued, version, ymOf } from './invariant-parts.ts'
import { balances, entries, journals, months, servers, totals } from './invariant-things.ts'

/** What is kept is the sum of the entries, and what people were granted the value of what they served. */
export const sumInvariants: readonly Invariant[] = inArea('ledger', [
  {
    name: 'journal-balanced',
    title: { zh: '凭证平衡', en: 'Journals balance' },
    meaning: {
      zh: '每张凭证在每一种单位上的分录合计都为零',
      en: 'Every journal sums to zero in every unit',
    },
    things: journals,
    breach: 'altered',
    broken: {
      id: 'journal_id',
      expected: '0',
      found: offUnits,
      from: `(SELECT journal_id, ${unitSums} FROM ledger_entry GROUP BY journal_id HAVING ${anyUnitOff}) x`,
    },
  },
  {
    name: 'journal-complete',
    title: { zh: '凭证完整', en: 'Journals are complete' },
    meaning: {
      zh: '每张凭证的分录数与凭证头一致，从 1 起连续编号，每条记在不同账户',
      en: 'A journal has as many entries as its header says, numbered from 1, each on another account',
    },
    things: journals,
    breach: 'altered',
    broken: {
      id: 'j.id',
      part: "IF(COALESCE(e.n, 0) <> j.entry_count, 'entry_count', IF(e.accounts <> j.entry_count, 'account_id', 'line_no'))",
      expected: 'j.entry_count',
      found:
        "IF(COALESCE(e.n, 0) <> j.entry_count, COALESCE(e.n, 0), IF(e.accounts <> j.entry_count, e.accounts, CONCAT(e.first, '–', e.last)))",
      from: `ledger_journal j LEFT JOIN
       (SELECT journal_id, COUNT(*) n, MIN(line_no) first, MAX(line_no) last, COUNT(DISTINCT account_id) accounts
          FROM ledger_entry GROUP BY journal_id) e ON e.journal_id = j.id
      WHERE COALESCE(e.n, 0) <> j.entry_count OR e.first <> 1 OR e.last <> j.entry_count OR e.accounts <> j.entry_count`,
    },
  },
  {
    name: 'day-agrees',
    title: { zh: '服务日一致', en: 'Service days agree' },
    meaning: {
      zh: '分录的服务日就是所属凭证的服务日',
      en: 'Entries count on the service day of their journal',
    },
    things: entries,
    breach: 'altered',
    broken: {
      id: 'e.journal_id',
      part: 'e.account_id',
      expected: 'j.served_on',
      found: 'e.served_on',
      from: 'ledger_entry e JOIN ledger_journal j ON j.id = e.journal_id WHERE e.served_on <> j.served_on',
    },
  },
  {
    name: 'balance-is-sum',
    title: { zh: '余额等于分录之和', en: 'Balances are sums' },
    meaning: {
      zh: '每个余额等于该账户全部分录之和，版本号等于分录条数',
      en: 'A balance is the sum of its entries, and its version is their number',
    },
    things: balances,
    breach: 'sum-off',
    broken: {
      id: 'account_id',
      part: "IF(balance <> s, 'balance', 'version')",
      expected: 'IF(balance <> s, s, n)',
      found: 'IF(balance <> s, balance, version)',
      from: `(SELECT b.account_id, b.balance, b.version, COALESCE(SUM(e.amount), 0) s, COUNT(e.amount) n
       FROM ledger_balance b LEFT JOIN ledger_entry e ON e.account_id = b.account_id
      GROUP BY b.account_id HAVING balance <> s OR version <> n) x`,
    },
  },
  {
    name: 'balance-in-bounds',
    title: { zh: '余额不越界', en: 'Balances are in bounds' },
    meaning: {
      zh: '没有余额超出账户规定的上下限，例如公益金不会为负',
      en: 'No balance is outside its bounds',
    },
    things: balances,
    breach: 'altered',
    broken: {
      id: 'account_id',
      part: "'balance'",
      expected: "IF(balance < min_balance, CONCAT('>= ', min_balance), CONCAT('<= ', max_balance))",
      found: 'balance',
      from: 'ledger_balance WHERE balance < min_balance OR balance > max_balance',
    },
  },
  {
    name: 'months-are-sums',
    title: { zh: '月度合计一致', en: 'Months are sums' },
    meaning: {
      zh: '按月份和凭证类型保存的合计与分录逐一相等，不多也不少',
      en: 'Sums by month and kind are the sums of the entries, in both directions',
    },
    things: months,
    breach: 'sum-off',
    broken: {
      id: 'account_id',
      ...toldSum,
      from: (within) => `(SELECT account_id, ym, kind, SUM(amount) off, SUM(n) off_n, SUM(kept) kept, SUM(kept_n) kept_n FROM (
         SELECT account_id, ym, ${inAscii('kind')} kind, amount, n, amount kept, n kept_n FROM ledger_month WHERE ${within('account_id')}
         UNION ALL
         SELECT e.account_id, ${ymOf('e.served_on')}, ${inAscii('j.kind')}, -e.amount, -1, 0, 0
           FROM ledger_entry e FORCE INDEX (ledger_entry_account_ix) JOIN ledger_journal j ON j.id = e.journal_id
          WHERE ${within('e.account_id')} AND e.account_id NOT LIKE '${SYSTEM}/%') u
       GROUP BY account_id, ym, kind HAVING off <> 0 OR off_n <> 0) x`,
    },
  },
  {
    name: 'totals-are-sums',
    title: { zh: '公司合计一致', en: 'Company totals are sums' },
    meaning: {
      zh: '全公司按月份、账户和凭证类型保存的合计与每个人的月度合计逐一相等，不多也不少',
      en: 'Sums of the whole company by month, account and kind are the sums of everybody’s months, in both directions',
    },
    things: totals,
    breach: 'sum-off',
    broken: {
      id: "CONCAT(owner, '/', account)",
      ...toldSum,
      from: `(SELECT ym, owner, account, kind, SUM(amount) off, SUM(n) off_n, SUM(kept) kept, SUM(kept_n) kept_n FROM (
         SELECT ym, owner, account, kind, amount, CAST(n AS SIGNED) n, amount kept, CAST(n AS SIGNED) kept_n FROM ledger_total
         UNION ALL
         SELECT ym, LEFT(account_id, 3), SUBSTRING_INDEX(account_id, '/', -1), kind, -SUM(amount), -CAST(SUM(n) AS SIGNED), 0, 0
           FROM ledger_month GROUP BY ym, LEFT(account_id, 3), SUBSTRING_INDEX(account_id, '/', -1), kind) u
       GROUP BY ym, owner, account, kind HAVING off <> 0 OR off_n <> 0) x`,
    },
  },
  {
    name: 'order-does-not-matter',
    title: { zh: '公益金与先后无关', en: 'Order of hours does not matter' },
    meaning: {
      zh: '一个人因公益时得到的公益金和结转零头只取决于总时长，与下发、更正的先后无关',
      en: 'What a person was granted and still carries depends on the total of minutes alone, not on the order of issues and reversals',
    },
    things: servers,
    breach: 'off-policy',
    broken: {
      id: 'person',
      part: "IF(carried <> IF(exact, 0, offered MOD unit), 'carry-hours', IF(matched <> offered - carried, 'matched-hours', 'credit'))",
      expected: `IF(carried <> IF(exact, 0, offered MOD unit), IF(exact, 0, offered MOD unit),
        IF(matched <> offered - carried, offered - carried, matched * fen DIV unit))`,
      found: 'IF(carried <> IF(exact, 0, offered MOD unit), carried, IF(matched <> offered - carried, matched, granted))',
      from: `(
       SELECT v.person, SUM(offered) offered, SUM(carried) carried, SUM(matched) matched, SUM(granted) granted,
         COUNT(DISTINCT ${isExact}, ${setting('unitMinutes')}, ${setting('unitMinutesGrantFen')}) rules,
         MAX(${isExact}) exact, MAX(${setting('unitMinutes')}) unit, MAX(${setting('unitMinutesGrantFen')}) fen
       FROM ${valued()} v JOIN ledger_journal j ON j.id = v.journal_id JOIN ${version('matching')}
       WHERE offered <> 0 OR granted <> 0 GROUP BY v.person) x
     WHERE rules = 1 AND (IF(exact, carried <> 0, carried <> offered MOD unit) OR granted <> matched * fen DIV unit
       OR matched <> offered - carried)`,
    },
  },
  {
    name: 'sides-mirror',
    title: { zh: '两边对称', en: 'Both sides mirror' },
    meaning: {
      zh: '公司一方的账与员工一方的账互为镜像，员工一方合计等于全部余额',
      en: 'The company’s side mirrors the people’s side, and the people’s side is the balances',
    },
    things: entries,
    breach: 'altered',
    broken: {
      id: 'e.unit',
      part: "IF(e.total <> 0, 'ledger_entry', 'ledger_balance')",
      expected: 'IF(e.total <> 0, 0, e.people)',
      found: 'IF(e.total <> 0, e.total, COALESCE(b.held, 0))',
      from: `(SELECT unit, SUM(amount) total, SUM(IF(account_id LIKE '${SYSTEM}/%', 0, amount)) people FROM ledger_entry GROUP BY unit) e
       LEFT JOIN (SELECT a.unit, SUM(b.balance) held FROM ledger_balance b STRAIGHT_JOIN ledger_account a ON a.id = b.account_id
         WHERE b.balance <> 0 GROUP BY a.unit) b ON b.unit = e.unit
      WHERE e.total <> 0 OR e.people <> COALESCE(b.held, 0)`,
    },
  },
])
