import { SYSTEM } from '@yijian/shared/ledger/accounts'
import { journalChart, ownedAccounts, systemAccounts, units } from '@yijian/shared/ledger/shapes'
import type { Invariant } from './invariant.ts'

/** One IF for each unit keeps the grouping on the primary key; grouping by unit as well took nine times as long. */
const anyUnitOff = units.map((unit) => `SUM(IF(unit = '${unit}', amount, 0)) <> 0`).join(' OR ')

const chart = [
  ...Object.entries(ownedAccounts).flatMap(([owner, accounts]) =>
    Object.entries(accounts).map(
      ([kind, { unit, min, max }]) => `SELECT '${owner}' owner, '${kind}' kind, '${unit}' unit, ${min} lo, ${max} hi`,
    ),
  ),
  ...Object.entries(systemAccounts).map(([kind, unit]) => `SELECT '${SYSTEM}', '${kind}', '${unit}', NULL, NULL`),
].join(' UNION ALL ')

/** `emp`, `fnd`, `pay` or `system`: who owns an account, by the prefix of the owner's id. */
const ownerOf = (column: string) => `SUBSTRING_INDEX(SUBSTRING_INDEX(${column}, '/', 1), '_', 1)`

const allowed = Object.entries(journalChart)
  .flatMap(([kind, accounts]) => accounts.map((account) => `SELECT '${kind}' kind, '${account}' account`))
  .join(' UNION ALL ')

/** One row for each journal that values own donations, as `valued` has it for minutes. */
const valuedGifts = `(
  SELECT journal_id,
    COUNT(DISTINCT NULLIF(SUBSTRING_INDEX(account_id, '/', 1), '${SYSTEM}')) owners,
    MAX(NULLIF(SUBSTRING_INDEX(account_id, '/', 1), '${SYSTEM}')) person,
    SUM(IF(account_id LIKE 'emp%/gift', amount, 0)) gift,
    SUM(IF(account_id LIKE 'emp%/carry-gift', amount, 0)) carried,
    SUM(IF(account_id LIKE 'emp%/matched-gift', amount, 0)) matched,
    SUM(IF(account_id = 'system/carry-gift', -amount, 0)) offered,
    SUM(IF(account_id = 'system/credit', -amount, 0)) granted
  FROM ledger_entry WHERE journal_id IN (SELECT id FROM ledger_journal WHERE kind IN ('gift-matched', 'gift-refunded')) GROUP BY journal_id)`

/** One row for each journal that values minutes: whose, how many, and what the company's mirrors say it brought. */
const valued = (journals = '') => `(
  SELECT journal_id,
    COUNT(DISTINCT NULLIF(SUBSTRING_INDEX(account_id, '/', 1), '${SYSTEM}')) owners,
    MAX(NULLIF(SUBSTRING_INDEX(account_id, '/', 1), '${SYSTEM}')) person,
    SUM(IF(account_id LIKE 'emp%/hours', amount, 0)) minutes,
    SUM(IF(account_id LIKE 'emp%/carry-hours', amount, 0)) carried,
    SUM(IF(account_id LIKE 'emp%/matched-hours', amount, 0)) matched,
    SUM(IF(account_id = 'system/carry-hours', -amount, 0)) offered,
    SUM(IF(account_id = 'system/credit', -amount, 0)) granted,
    SUM(IF(account_id = 'system/points', -amount, 0)) points
  FROM ledger_entry WHERE journal_id IN (SELECT id FROM ledger_journal WHERE kind IN ('hours-issued', 'hours-corrected') ${journals}) GROUP BY journal_id
  HAVING minutes <> 0 OR carried <> 0 OR matched <> 0 OR offered <> 0 OR granted <> 0 OR points <> 0)`

const version = (kind: string) => `policy_version p ON p.kind = '${kind}' AND JSON_CONTAINS(j.policy_ids, JSON_QUOTE(p.id))`
const setting = (name: string) => `CAST(JSON_EXTRACT(p.settings, '$.${name}') AS SIGNED)`
const isExact = `JSON_UNQUOTE(JSON_EXTRACT(p.settings, '$.mode')) = 'exact'`

/** What holds of every ledger, whatever was posted. */
export const ledgerInvariants: readonly Invariant[] = [
  {
    name: 'journal-balanced',
    meaning: 'Every journal sums to zero in every unit',
    sql: `SELECT COUNT(*) FROM (SELECT journal_id FROM ledger_entry GROUP BY journal_id HAVING ${anyUnitOff}) x`,
  },
  {
    name: 'journal-complete',
    meaning: 'A journal has as many entries as its header says, numbered from 1, each on another account',
    sql: `SELECT COUNT(*) FROM ledger_journal j LEFT JOIN
       (SELECT journal_id, COUNT(*) n, MIN(line_no) first, MAX(line_no) last, COUNT(DISTINCT account_id) accounts
          FROM ledger_entry GROUP BY journal_id) e ON e.journal_id = j.id
      WHERE COALESCE(e.n, 0) <> j.entry_count OR e.first <> 1 OR e.last <> j.entry_count OR e.accounts <> j.entry_count`,
  },
  {
    name: 'day-agrees',
    meaning: 'Entries count on the service day of their journal',
    sql: `SELECT COUNT(*) FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal_id WHERE e.served_on <> j.served_on`,
  },
  {
    name: 'balance-is-sum',
    meaning: 'A balance is the sum of its entries, and its version is their number',
    sql: `SELECT COUNT(*) FROM ledger_balance b LEFT JOIN
       (SELECT account_id, SUM(amount) s, COUNT(*) n FROM ledger_entry GROUP BY account_id) e ON e.account_id = b.account_id
      WHERE b.balance <> COALESCE(e.s, 0) OR b.version <> COALESCE(e.n, 0)`,
  },
  {
    name: 'balance-in-bounds',
    meaning: 'No balance is outside its bounds',
    sql: `SELECT COUNT(*) FROM ledger_balance WHERE balance < min_balance OR balance > max_balance`,
  },
  {
    name: 'months-are-sums',
    meaning: 'Sums by month and kind are the sums of the entries, in both directions',
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
    meaning: 'Sums of the whole company by month, account and kind are the sums of everybody’s months, in both directions',
    sql: `SELECT COUNT(*) FROM (SELECT ym, owner, account, kind FROM (
         SELECT ym, owner, account, kind, amount, CAST(n AS SIGNED) n FROM ledger_total
         UNION ALL
         SELECT ym, LEFT(account_id, 3), SUBSTRING_INDEX(account_id, '/', -1), kind, -SUM(amount), -CAST(SUM(n) AS SIGNED)
           FROM ledger_month GROUP BY ym, LEFT(account_id, 3), SUBSTRING_INDEX(account_id, '/', -1), kind) u
       GROUP BY ym, owner, account, kind HAVING SUM(amount) <> 0 OR SUM(n) <> 0) x`,
  },
  {
    name: 'order-does-not-matter',
    meaning: 'What a person was granted and still carries depends on the total of minutes alone, not on the order of issues and reversals',
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
    meaning: 'The company’s side mirrors the people’s side, and the people’s side is the balances',
    sql: `SELECT COUNT(*) FROM (SELECT unit, SUM(amount) total, SUM(IF(account_id LIKE '${SYSTEM}/%', 0, amount)) people FROM ledger_entry GROUP BY unit) e
       LEFT JOIN (SELECT a.unit, SUM(b.balance) held FROM ledger_balance b JOIN ledger_account a ON a.id = b.account_id GROUP BY a.unit) b ON b.unit = e.unit
      WHERE e.total <> 0 OR e.people <> COALESCE(b.held, 0)`,
  },
  {
    name: 'reversal-exact',
    meaning:
      'A reversal takes back exactly its original: same source, person, day and versions, the same minutes and points, and is never itself reversed',
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
    meaning: 'A reversal of anything but hours undoes every account of its original; that of a donation undoes the donation',
    sql: `SELECT COUNT(*) FROM (SELECT p.reversal FROM (
         SELECT id reversal, kind, id journal FROM ledger_journal WHERE reverses IS NOT NULL
         UNION ALL SELECT id, kind, reverses FROM ledger_journal WHERE reverses IS NOT NULL) p
       JOIN ledger_entry e ON e.journal_id = p.journal
      WHERE p.kind <> 'hours-corrected' AND (p.kind <> 'gift-refunded' OR e.account_id LIKE 'emp%/gift')
      GROUP BY p.reversal, e.account_id HAVING SUM(e.amount) <> 0) x`,
  },
  {
    name: 'credit-earned',
    meaning: 'Credit is granted only for minutes served in the same journal by one person, at the rate of its policy version',
    sql: `SELECT COUNT(*) FROM ${valued()} v JOIN ledger_journal j ON j.id = v.journal_id LEFT JOIN ${version('matching')}
      WHERE owners <> 1 OR (offered <> 0 AND offered <> minutes) OR offered <> carried + matched
         OR (p.id IS NULL AND (offered <> 0 OR granted <> 0))
         OR IF(${isExact}, ABS(granted * ${setting('unitMinutes')} - matched * ${setting('unitMinutesGrantFen')}) >= ${setting('unitMinutes')},
               granted * ${setting('unitMinutes')} <> matched * ${setting('unitMinutesGrantFen')} OR matched MOD ${setting('unitMinutes')} <> 0)`,
  },
  {
    name: 'gift-matched',
    meaning: 'A donation is matched for one person, with carry, at the rate of its policy version',
    sql: `SELECT COUNT(*) FROM ${valuedGifts} v JOIN ledger_journal j ON j.id = v.journal_id LEFT JOIN ${version('matching')}
      WHERE owners <> 1 OR offered <> gift OR offered <> carried + matched OR p.id IS NULL
         OR IF(${isExact}, ABS(granted * ${setting('unitGiftFen')} - matched * ${setting('unitGiftGrantFen')}) >= ${setting('unitGiftFen')},
               granted * ${setting('unitGiftFen')} <> matched * ${setting('unitGiftGrantFen')} OR matched MOD ${setting('unitGiftFen')} <> 0)`,
  },
  {
    name: 'gift-order-does-not-matter',
    meaning: 'What donations brought and what is still carried depends on their total alone, not on the order of gifts and refunds',
    sql: `SELECT COUNT(*) FROM (
       SELECT v.person, SUM(gift) gift, SUM(carried) carried, SUM(matched) matched, SUM(granted) granted,
         COUNT(DISTINCT ${isExact}, ${setting('unitGiftFen')}, ${setting('unitGiftGrantFen')}) rules,
         MAX(${isExact}) exact, MAX(${setting('unitGiftFen')}) unit, MAX(${setting('unitGiftGrantFen')}) fen
       FROM ${valuedGifts} v JOIN ledger_journal j ON j.id = v.journal_id JOIN ${version('matching')} GROUP BY v.person) x
     WHERE rules = 1 AND (IF(exact, carried <> 0, carried <> gift MOD unit) OR granted <> matched * fen DIV unit OR matched <> gift - carried)`,
  },
  {
    name: 'kind-on-chart',
    meaning: 'A journal touches only the accounts of its kind',
    sql: `SELECT COUNT(*) FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal_id LEFT JOIN (${allowed}) c
        ON c.kind = j.kind AND c.account = CONCAT(${ownerOf('e.account_id')}, '/', SUBSTRING_INDEX(e.account_id, '/', -1))
      WHERE c.kind IS NULL`,
  },
  {
    name: 'points-earned',
    meaning: 'Hours bring no points or those of the whole units of the journal, by its policy version',
    sql: `SELECT COUNT(*) FROM ${valued()} v JOIN ledger_journal j ON j.id = v.journal_id LEFT JOIN ${version('points')}
      WHERE points <> 0 AND (p.id IS NULL OR points <> SIGN(minutes) * (ABS(minutes) DIV ${setting('unitMinutes')}) * ${setting('unitPoints')})`,
  },
  {
    name: 'version-in-force',
    meaning: 'A journal is valued by versions that were in force on its service day',
    sql: `SELECT COUNT(*) FROM ledger_journal j JOIN policy_version p ON JSON_CONTAINS(j.policy_ids, JSON_QUOTE(p.id))
      WHERE p.in_force_from > j.served_on OR EXISTS (SELECT 1 FROM policy_version later
        WHERE later.kind = p.kind AND later.in_force_from > p.in_force_from AND later.in_force_from <= j.served_on)`,
  },
  {
    name: 'account-on-chart',
    meaning:
      'Every account is one of the chart, in its unit and bounds; those somebody owns have a balance row, the company’s mirrors have none',
    sql: `SELECT COUNT(*) FROM ledger_account a LEFT JOIN (${chart}) c ON c.owner = ${ownerOf('a.owner_id')} AND c.kind = a.kind
       LEFT JOIN ledger_balance b ON b.account_id = a.id
      WHERE c.kind IS NULL OR c.unit <> a.unit OR (c.owner = '${SYSTEM}') = (b.account_id IS NOT NULL)
         OR NOT (b.min_balance <=> c.lo) OR NOT (b.max_balance <=> c.hi)`,
  },
]
