ALTER TABLE `ledger_month` ADD `kind` varchar(24) NOT NULL DEFAULT '';--> statement-breakpoint
ALTER TABLE `ledger_month` DROP PRIMARY KEY, ADD PRIMARY KEY(`account_id`,`ym`,`kind`);--> statement-breakpoint
-- The sums are taken from the entries again, by kind; what they were is the sum over kinds.
DELETE FROM `ledger_month`;--> statement-breakpoint
INSERT INTO `ledger_month` (`account_id`, `ym`, `kind`, `amount`, `n`)
  SELECT e.`account_id`, YEAR(e.`served_on`) * 100 + MONTH(e.`served_on`), j.`kind`, SUM(e.`amount`), COUNT(*)
  FROM `ledger_entry` e JOIN `ledger_journal` j ON j.`id` = e.`journal_id`
  WHERE e.`account_id` NOT LIKE 'system/%'
  GROUP BY e.`account_id`, YEAR(e.`served_on`) * 100 + MONTH(e.`served_on`), j.`kind`;--> statement-breakpoint
ALTER TABLE `ledger_month` ALTER COLUMN `kind` DROP DEFAULT;--> statement-breakpoint
-- Everybody who has accounts gets those for own donations and for leave that is asked for.
-- MySQL 8.0 joins an ASCII column with words of a derived table only where they are ASCII themselves.
INSERT IGNORE INTO `ledger_account` (`id`, `owner_id`, `kind`, `unit`, `opened_at`)
  SELECT CONCAT(a.`owner_id`, '/', k.`kind`), a.`owner_id`, k.`kind`, k.`unit`, NOW(3)
  FROM `ledger_account` a
  JOIN (SELECT _ascii'gift' AS `kind`, 'fen' AS `unit` UNION ALL SELECT _ascii'matched-gift', 'fen' UNION ALL SELECT _ascii'leave-held', 'leave-minutes') k
  WHERE a.`kind` = 'hours' AND a.`owner_id` <> 'system';--> statement-breakpoint
INSERT IGNORE INTO `ledger_balance` (`account_id`, `balance`, `min_balance`, `max_balance`, `version`)
  SELECT a.`id`, 0, IF(a.`kind` = 'matched-gift', NULL, 0), NULL, 0
  FROM `ledger_account` a WHERE a.`kind` IN ('gift', 'matched-gift', 'leave-held') AND a.`owner_id` <> 'system';--> statement-breakpoint
INSERT IGNORE INTO `ledger_account` (`id`, `owner_id`, `kind`, `unit`, `opened_at`)
  SELECT CONCAT('system/', k.`kind`), 'system', k.`kind`, k.`unit`, NOW(3)
  FROM (SELECT 'gift' AS `kind`, 'fen' AS `unit` UNION ALL SELECT 'paid', 'fen' UNION ALL SELECT 'leave-used', 'leave-minutes') k
  WHERE EXISTS (SELECT 1 FROM `ledger_account` a WHERE a.`owner_id` = 'system');
