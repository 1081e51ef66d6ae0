import { SYSTEM } from '@yijian/shared/ledger/accounts'
import { type Invariant, type Things, inArea } from './invariant.ts'
import { allowed, anyUnitOff, chart, isExact, ownerOf, setting, valued, valuedGifts, version } from './invariant-parts.ts'

export const journals: Things = { words: { zh: '张凭证', en: 'journals' }, from: 'ledger_journal' }
const entries: Things = { words: { zh: '条分录', en: 'entries' }, from: 'ledger_entry' }
const balances: Things = { words: { zh: '个余额', en: 'balances' }, from: 'ledger_balance' }
const months: Things = { words: { zh: '个月度合计', en: 'sums by month' }, from: 'ledger_month' }
const totals: Things = { words: { zh: '个公司合计', en: 'sums of the company' }, from: 'ledger_total' }
const accounts: Things = { words: { zh: '个账户', en: 'accounts' }, from: 'ledger_account' }
const reversals: Things = { words: { zh: '张冲正凭证', en: 'reversals' }, from: 'ledger_journal WHERE reverses IS NOT NULL' }
const hoursJournals: Things = {
  words: { zh: '张公益时凭证', en: 'journals of hours' },
  from: "ledger_journal WHERE kind IN ('hours-issued', 'hours-corrected')",
}
const giftJournals: Things = {
  words: { zh: '张个人捐赠凭证', en: 'journals of own donations' },
  from: "ledger_journal WHERE kind IN ('gift-matched', 'gift-refunded')",
}
const servers: Things = {
  words: { zh: '位有公益时入账的员工', en: 'people with hours' },
  from: "ledger_balance WHERE account_id LIKE 'emp%/hours' AND version > 0",
}
const givers: Things = {
  words: { zh: '位有个人捐赠入账的员工', en: 'people with own donations' },
  from: "ledger_balance WHERE account_id LIKE 'emp%/gift' AND version > 0",
}

/** What holds of every ledger, whatever was posted. */
export const ledgerInvariants: readonly Invariant[] = inArea('ledger', [
  {
    name: 'journal-balanced',
    title: { zh: '凭证平衡', en: 'Journals balance' },
    meaning: {
      zh: '每张凭证在每一种单位上的分录合计都为零',
      en: 'Every journal sums to zero in every unit',
    },
    things: journals,
    breach: 'altered',
    sql: `SELECT COUNT(*) FROM (SELECT journal_id FROM ledger_entry GROUP BY journal_id HAVING ${anyUnitOff}) x`,
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
    sql: `SELECT COUNT(*) FROM ledger_journal j LEFT JOIN
       (SELECT journal_id, COUNT(*) n, MIN(line_no) first, MAX(line_no) last, COUNT(DISTINCT account_id) accounts
          FROM ledger_entry GROUP BY journal_id) e ON e.journal_id = j.id
      WHERE COALESCE(e.n, 0) <> j.entry_count OR e.first <> 1 OR e.last <> j.entry_count OR e.accounts <> j.entry_count`,
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
    sql: `SELECT COUNT(*) FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal_id WHERE e.served_on <> j.served_on`,
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
    sql: `SELECT COUNT(*) FROM ledger_balance b LEFT JOIN
       (SELECT account_id, SUM(amount) s, COUNT(*) n FROM ledger_entry GROUP BY account_id) e ON e.account_id = b.account_id
      WHERE b.balance <> COALESCE(e.s, 0) OR b.version <> COALESCE(e.n, 0)`,
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
    sql: `SELECT COUNT(*) FROM ledger_balance WHERE balance < min_balance OR balance > max_balance`,
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
    sql: `SELECT COUNT(*) FROM (SELECT account_id, ym, kind FROM (
         SELECT account_id, ym, kind, amount, n FROM ledger_month
         UNION ALL
         SELECT e.account_id, YEAR(e.served_on) * 100 + MONTH(e.served_on), j.kind, -SUM(e.amount), -COUNT(*)
           FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal_id
          WHERE e.account_id NOT LIKE '${SYSTEM}/%' GROUP BY e.account_id, YEAR(e.served_on) * 100 + MONTH(e.served_on), j.kind) u
       GROUP BY account_id, ym, kind HAVING SUM(amount) <> 0 OR SUM(n) <> 0) x`,
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
    sql: `SELECT COUNT(*) FROM (SELECT ym, owner, account, kind FROM (
         SELECT ym, owner, account, kind, amount, CAST(n AS SIGNED) n FROM ledger_total
         UNION ALL
         SELECT ym, LEFT(account_id, 3), SUBSTRING_INDEX(account_id, '/', -1), kind, -SUM(amount), -CAST(SUM(n) AS SIGNED)
           FROM ledger_month GROUP BY ym, LEFT(account_id, 3), SUBSTRING_INDEX(account_id, '/', -1), kind) u
       GROUP BY ym, owner, account, kind HAVING SUM(amount) <> 0 OR SUM(n) <> 0) x`,
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
    sql: `SELECT COUNT(*) FROM (
       SELECT v.person, SUM(offered) offered, SUM(carried) carried, SUM(matched) matched, SUM(granted) granted,
         COUNT(DISTINCT ${isExact}, ${setting('unitMinutes')}, ${setting('unitMinutesGrantFen')}) rules,
         MAX(${isExact}) exact, MAX(${setting('unitMinutes')}) unit, MAX(${setting('unitMinutesGrantFen')}) fen
       FROM ${valued()} v JOIN ledger_journal j ON j.id = v.journal_id JOIN ${version('matching')}
       WHERE offered <> 0 OR granted <> 0 GROUP BY v.person) x
     WHERE rules = 1 AND (IF(exact, carried <> 0, carried <> offered MOD unit) OR granted <> matched * fen DIV unit
       OR matched <> offered - carried)`,
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
    sql: `SELECT COUNT(*) FROM (SELECT unit, SUM(amount) total, SUM(IF(account_id LIKE '${SYSTEM}/%', 0, amount)) people FROM ledger_entry GROUP BY unit) e
       LEFT JOIN (SELECT a.unit, SUM(b.balance) held FROM ledger_balance b JOIN ledger_account a ON a.id = b.account_id GROUP BY a.unit) b ON b.unit = e.unit
      WHERE e.total <> 0 OR e.people <> COALESCE(b.held, 0)`,
  },
  {
    name: 'reversal-exact',
    title: { zh: '冲正准确', en: 'Reversals are exact' },
    meaning: {
      zh: '冲正与原凭证的来源、人员、服务日和政策版本相同，冲回同样的时长和积分，且自身不再被冲正',
      en: 'A reversal takes back exactly its original: same source, person, day and versions, the same minutes and points, and is never itself reversed',
    },
    things: reversals,
    breach: 'altered',
    sql: `SELECT COUNT(*) FROM ledger_journal r JOIN ledger_journal o ON o.id = r.reverses
       LEFT JOIN ${valued('AND id IN (SELECT reverses FROM ledger_journal WHERE reverses IS NOT NULL)')} vo ON vo.journal_id = o.id
       LEFT JOIN ${valued('AND reverses IS NOT NULL')} vr ON vr.journal_id = r.id
      WHERE o.reverses IS NOT NULL OR r.source_id <> o.source_id OR r.served_on <> o.served_on
         OR NOT (JSON_CONTAINS(r.policy_ids, o.policy_ids) AND JSON_CONTAINS(o.policy_ids, r.policy_ids))
         OR NOT (vo.person <=> vr.person) OR COALESCE(vo.minutes, 0) <> -COALESCE(vr.minutes, 0)
         OR COALESCE(vo.offered, 0) <> -COALESCE(vr.offered, 0) OR COALESCE(vo.points, 0) <> -COALESCE(vr.points, 0)`,
  },
  {
    name: 'reversal-mirrors',
    title: { zh: '冲正对称', en: 'Reversals mirror' },
    meaning: {
      zh: '除公益时外，冲正把原凭证的每个账户都恢复原样；捐赠退款则冲回捐赠额',
      en: 'A reversal of anything but hours undoes every account of its original; that of a donation undoes the donation',
    },
    things: reversals,
    breach: 'altered',
    sql: `SELECT COUNT(*) FROM (SELECT p.reversal FROM (
         SELECT id reversal, kind, id journal FROM ledger_journal WHERE reverses IS NOT NULL
         UNION ALL SELECT id, kind, reverses FROM ledger_journal WHERE reverses IS NOT NULL) p
       JOIN ledger_entry e ON e.journal_id = p.journal
      WHERE p.kind <> 'hours-corrected' AND (p.kind <> 'gift-refunded' OR e.account_id LIKE 'emp%/gift')
      GROUP BY p.reversal, e.account_id HAVING SUM(e.amount) <> 0) x`,
  },
  {
    name: 'credit-earned',
    title: { zh: '公益金有据', en: 'Credit is earned' },
    meaning: {
      zh: '公益金只因同一凭证中同一人的公益时产生，并符合所用政策版本的标准',
      en: 'Credit is granted only for minutes served in the same journal by one person, at the rate of its policy version',
    },
    things: hoursJournals,
    breach: 'off-policy',
    sql: `SELECT COUNT(*) FROM ${valued()} v JOIN ledger_journal j ON j.id = v.journal_id LEFT JOIN ${version('matching')}
      WHERE owners <> 1 OR (offered <> 0 AND offered <> minutes) OR offered <> carried + matched
         OR (p.id IS NULL AND (offered <> 0 OR granted <> 0))
         OR IF(${isExact}, ABS(granted * ${setting('unitMinutes')} - matched * ${setting('unitMinutesGrantFen')}) >= ${setting('unitMinutes')},
               granted * ${setting('unitMinutes')} <> matched * ${setting('unitMinutesGrantFen')} OR matched MOD ${setting('unitMinutes')} <> 0)`,
  },
  {
    name: 'gift-matched',
    title: { zh: '捐赠配捐有据', en: 'Own donations are matched' },
    meaning: {
      zh: '每笔个人捐赠只为一个人配捐，按所用政策版本的标准计算并结转零头',
      en: 'A donation is matched for one person, with carry, at the rate of its policy version',
    },
    things: giftJournals,
    breach: 'off-policy',
    sql: `SELECT COUNT(*) FROM ${valuedGifts} v JOIN ledger_journal j ON j.id = v.journal_id LEFT JOIN ${version('matching')}
      WHERE owners <> 1 OR offered <> gift OR offered <> carried + matched OR p.id IS NULL
         OR IF(${isExact}, ABS(granted * ${setting('unitGiftFen')} - matched * ${setting('unitGiftGrantFen')}) >= ${setting('unitGiftFen')},
               granted * ${setting('unitGiftFen')} <> matched * ${setting('unitGiftGrantFen')} OR matched MOD ${setting('unitGiftFen')} <> 0)`,
  },
  {
    name: 'gift-order-does-not-matter',
    title: { zh: '配捐与先后无关', en: 'Order of gifts does not matter' },
    meaning: {
      zh: '个人捐赠带来的公益金和结转零头只取决于捐赠总额，与捐赠、退款的先后无关',
      en: 'What donations brought and what is still carried depends on their total alone, not on the order of gifts and refunds',
    },
    things: givers,
    breach: 'off-policy',
    sql: `SELECT COUNT(*) FROM (
       SELECT v.person, SUM(gift) gift, SUM(carried) carried, SUM(matched) matched, SUM(granted) granted,
         COUNT(DISTINCT ${isExact}, ${setting('unitGiftFen')}, ${setting('unitGiftGrantFen')}) rules,
         MAX(${isExact}) exact, MAX(${setting('unitGiftFen')}) unit, MAX(${setting('unitGiftGrantFen')}) fen
       FROM ${valuedGifts} v JOIN ledger_journal j ON j.id = v.journal_id JOIN ${version('matching')} GROUP BY v.person) x
     WHERE rules = 1 AND (IF(exact, carried <> 0, carried <> gift MOD unit) OR granted <> matched * fen DIV unit OR matched <> gift - carried)`,
  },
  {
    name: 'kind-on-chart',
    title: { zh: '凭证类型与账户相符', en: 'Kinds keep to their accounts' },
    meaning: {
      zh: '每类凭证只记入该类型允许的账户',
      en: 'A journal touches only the accounts of its kind',
    },
    things: entries,
    breach: 'altered',
    sql: `SELECT COUNT(*) FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal_id LEFT JOIN (${allowed}) c
        ON c.kind = j.kind AND c.account = CONCAT(${ownerOf('e.account_id')}, '/', SUBSTRING_INDEX(e.account_id, '/', -1))
      WHERE c.kind IS NULL`,
  },
  {
    name: 'points-earned',
    title: { zh: '公益时积分有据', en: 'Points of hours are earned' },
    meaning: {
      zh: '公益时凭证要么不产生积分，要么按政策版本对整单位时长计积分',
      en: 'Hours bring no points or those of the whole units of the journal, by its policy version',
    },
    things: hoursJournals,
    breach: 'off-policy',
    sql: `SELECT COUNT(*) FROM ${valued()} v JOIN ledger_journal j ON j.id = v.journal_id LEFT JOIN ${version('points')}
      WHERE points <> 0 AND (p.id IS NULL OR points <> SIGN(minutes) * (ABS(minutes) DIV ${setting('unitMinutes')}) * ${setting('unitPoints')})`,
  },
  {
    name: 'version-in-force',
    title: { zh: '政策版本有效', en: 'Versions were in force' },
    meaning: {
      zh: '凭证所用的政策版本在其服务日正在生效',
      en: 'A journal is valued by versions that were in force on its service day',
    },
    things: journals,
    breach: 'off-policy',
    sql: `SELECT COUNT(*) FROM ledger_journal j JOIN policy_version p ON JSON_CONTAINS(j.policy_ids, JSON_QUOTE(p.id))
      WHERE p.in_force_from > j.served_on OR EXISTS (SELECT 1 FROM policy_version later
        WHERE later.kind = p.kind AND later.in_force_from > p.in_force_from AND later.in_force_from <= j.served_on
          AND NOT (later.published_at > j.recorded_at AND j.served_on > j.recorded_at + INTERVAL 8 HOUR))`,
  },
  {
    name: 'account-on-chart',
    title: { zh: '账户在账户表内', en: 'Accounts are on the chart' },
    meaning: {
      zh: '每个账户都在账户表内，单位与上下限正确；有主的账户有余额行，公司镜像账户没有',
      en: 'Every account is one of the chart, in its unit and bounds; those somebody owns have a balance row, the company’s mirrors have none',
    },
    things: accounts,
    breach: 'altered',
    sql: `SELECT COUNT(*) FROM ledger_account a LEFT JOIN (${chart}) c ON c.owner = ${ownerOf('a.owner_id')} AND c.kind = a.kind
       LEFT JOIN ledger_balance b ON b.account_id = a.id
      WHERE c.kind IS NULL OR c.unit <> a.unit OR (c.owner = '${SYSTEM}') = (b.account_id IS NOT NULL)
         OR NOT (b.min_balance <=> c.lo) OR NOT (b.max_balance <=> c.hi)`,
  },
])
