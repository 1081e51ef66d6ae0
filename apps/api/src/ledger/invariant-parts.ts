import { SYSTEM } from '@yijian/shared/ledger/accounts'
import { journalChart, ownedAccounts, systemAccounts, units } from '@yijian/shared/ledger/shapes'

// What the statements of the ledger's invariants are put together from.

/** One IF for each unit keeps the grouping on the primary key; grouping by unit as well took nine times as long. */
export const unitSums = units.map((unit) => `SUM(IF(unit = '${unit}', amount, 0)) \`${unit}\``).join(', ')
export const anyUnitOff = units.map((unit) => `\`${unit}\` <> 0`).join(' OR ')
/** `fen 100`: what a journal is off by. */
export const offUnits = `CONCAT_WS(', ', ${units.map((unit) => `IF(\`${unit}\` <> 0, CONCAT('${unit} ', \`${unit}\`), NULL)`).join(', ')})`

/** Of a kept sum that is `off`, and may be by the number of its entries alone: its month and kind, and both values. */
export const toldSum = {
  part: "CONCAT_WS(' ', ym, kind, IF(off <> 0, NULL, 'n'))",
  expected: 'IF(off <> 0, kept - off, kept_n - off_n)',
  found: 'IF(off <> 0, kept, kept_n)',
}

export const ymOf = (day: string) => `YEAR(${day}) * 100 + MONTH(${day})`

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

// A list of words is searched in a few steps; joined as a table, all of it was read for each row.
const oneOf = (words: readonly string[]) => `IN (${words.map((word) => `'${word}'`).join(', ')})`
export const inAscii = (column: string) => `CONVERT(${column} USING ascii)`

/** Whether an account of alias `a` is on the chart in its unit, with the balance row of alias `b` that it should have. */
export const isOnChart = `CONCAT_WS(' ', ${ownerOf('a.owner_id')}, a.kind, ${inAscii('a.unit')},
  IF(b.account_id IS NULL, 'none', CONCAT(COALESCE(b.min_balance, ''), '..', COALESCE(b.max_balance, '')))) COLLATE ascii_bin ${oneOf([
    ...Object.entries(ownedAccounts).flatMap(([owner, accounts]) =>
      Object.entries(accounts).map(([kind, { unit, min, max }]) => `${owner} ${kind} ${unit} ${min ?? ''}..${max ?? ''}`),
    ),
    ...Object.entries(systemAccounts).map(([kind, unit]) => `${SYSTEM} ${kind} ${unit} none`),
  ])}`

/** Whether a journal of alias `j` may touch the account of entry `e`. */
export const isAllowed = `CONCAT(${inAscii('j.kind')}, ' ', ${ownerOf('e.account_id')}, '/', SUBSTRING_INDEX(e.account_id, '/', -1)) COLLATE ascii_bin ${oneOf(
  Object.entries(journalChart).flatMap(([kind, accounts]) => accounts.map((account) => `${kind} ${account}`)),
)}`

/** One row for each journal that values own donations, as `valued` has it for minutes. */
export const valuedGifts = `(
  SELECT id journal_id,
    COUNT(DISTINCT NULLIF(SUBSTRING_INDEX(account_id, '/', 1), '${SYSTEM}')) owners,
    MAX(NULLIF(SUBSTRING_INDEX(account_id, '/', 1), '${SYSTEM}')) person,
    SUM(IF(account_id LIKE 'emp%/gift', amount, 0)) gift,
    SUM(IF(account_id LIKE 'emp%/carry-gift', amount, 0)) carried,
    SUM(IF(account_id LIKE 'emp%/matched-gift', amount, 0)) matched,
    SUM(IF(account_id = 'system/carry-gift', -amount, 0)) offered,
    SUM(IF(account_id = 'system/credit', -amount, 0)) granted
  FROM ledger_journal JOIN ledger_entry ON journal_id = id WHERE kind IN ('gift-matched', 'gift-refunded') GROUP BY id)`

/**
 * One row for each journal that values minutes: whose, how many, and what the company's mirrors say it brought. Grouped by
 * the key of the journals, which are read in its order, so that nothing is sorted.
 */
export const valued = (journals = '') => `(
  SELECT id journal_id,
    COUNT(DISTINCT NULLIF(SUBSTRING_INDEX(account_id, '/', 1), '${SYSTEM}')) owners,
    MAX(NULLIF(SUBSTRING_INDEX(account_id, '/', 1), '${SYSTEM}')) person,
    SUM(IF(account_id LIKE 'emp%/hours', amount, 0)) minutes,
    SUM(IF(account_id LIKE 'emp%/carry-hours', amount, 0)) carried,
    SUM(IF(account_id LIKE 'emp%/matched-hours', amount, 0)) matched,
    SUM(IF(account_id = 'system/carry-hours', -amount, 0)) offered,
    SUM(IF(account_id = 'system/credit', -amount, 0)) granted,
    SUM(IF(account_id = 'system/points', -amount, 0)) points
  FROM ledger_journal JOIN ledger_entry ON journal_id = id WHERE kind IN ('hours-issued', 'hours-corrected') ${journals} GROUP BY id
  HAVING minutes <> 0 OR carried <> 0 OR matched <> 0 OR offered <> 0 OR granted <> 0 OR points <> 0)`

export const version = (kind: string) => `policy_version p ON p.kind = '${kind}' AND JSON_CONTAINS(j.policy_ids, JSON_QUOTE(p.id))`
export const setting = (name: string) => `CAST(JSON_EXTRACT(p.settings, '$.${name}') AS SIGNED)`
export const isExact = `JSON_UNQUOTE(JSON_EXTRACT(p.settings, '$.mode')) = 'exact'`
