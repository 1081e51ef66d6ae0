import { SYSTEM } from '@yijian/shared/ledger/accounts'
import { journalChart, ownedAccounts, systemAccounts, units } from '@yijian/shared/ledger/shapes'

// What the statements of the ledger's invariants are put together from.

/** One IF for each unit keeps the grouping on the primary key; grouping by unit as well took nine times as long. */
export const unitSums = units.map((unit) => `SUM(IF(unit = '${unit}', amount, 0)) \`${unit}\``).join(', ')
export const anyUnitOff = units.map((unit) => `\`${unit}\` <> 0`).join(' OR ')
/** `fen 100`: what a journal is off by. */
export const offUnits = `CONCAT_WS(', ', ${units.map((unit) => `IF(\`${unit}\` <> 0, CONCAT('${unit} ', \`${unit}\`), NULL)`).join(', ')})`

/** Month and kind of a kept sum, and where only the number of entries is off, that. */
export const monthPart = "CONCAT_WS(' ', ym, kind, IF(amount <> 0, NULL, 'n'))"

/** A word that stands in a derived table and is compared with an ASCII column: MySQL 8.0 refuses the two otherwise. */
const ascii = (word: string) => `_ascii'${word}'`

export const chart = [
  ...Object.entries(ownedAccounts).flatMap(([owner, accounts]) =>
    Object.entries(accounts).map(
      ([kind, { unit, min, max }]) => `SELECT ${ascii(owner)} owner, ${ascii(kind)} kind, '${unit}' unit, ${min} lo, ${max} hi`,
    ),
  ),
  ...Object.entries(systemAccounts).map(([kind, unit]) => `SELECT ${ascii(SYSTEM)}, ${ascii(kind)}, '${unit}', NULL, NULL`),
].join(' UNION ALL ')

/** `emp`, `fnd`, `pay` or `system`: who owns an account, by the prefix of the owner's id. */
export const ownerOf = (column: string) => `SUBSTRING_INDEX(SUBSTRING_INDEX(${column}, '/', 1), '_', 1)`

export const allowed = Object.entries(journalChart)
  .flatMap(([kind, accounts]) => accounts.map((account) => `SELECT '${kind}' kind, ${ascii(account)} account`))
  .join(' UNION ALL ')

/** One row for each journal that values own donations, as `valued` has it for minutes. */
export const valuedGifts = `(
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
export const valued = (journals = '') => `(
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

export const version = (kind: string) => `policy_version p ON p.kind = '${kind}' AND JSON_CONTAINS(j.policy_ids, JSON_QUOTE(p.id))`
export const setting = (name: string) => `CAST(JSON_EXTRACT(p.settings, '$.${name}') AS SIGNED)`
export const isExact = `JSON_UNQUOTE(JSON_EXTRACT(p.settings, '$.mode')) = 'exact'`
