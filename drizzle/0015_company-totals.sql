CREATE TABLE `ledger_total` (
	`ym` int NOT NULL,
	`owner` varchar(3) character set ascii collate ascii_bin NOT NULL,
	`account` varchar(20) character set ascii collate ascii_bin NOT NULL,
	`kind` varchar(24) NOT NULL,
	`shard` tinyint NOT NULL,
	`amount` bigint NOT NULL,
	`n` int NOT NULL,
	CONSTRAINT `ledger_total_ym_owner_account_kind_shard_pk` PRIMARY KEY(`ym`,`owner`,`account`,`kind`,`shard`),
	CONSTRAINT `ledger_total_n_ck` CHECK(n > 0)
);
--> statement-breakpoint
-- What was posted so far; the places of connections fill from here on.
INSERT INTO `ledger_total` (`ym`, `owner`, `account`, `kind`, `shard`, `amount`, `n`)
  SELECT `ym`, LEFT(`account_id`, 3), SUBSTRING_INDEX(`account_id`, '/', -1), `kind`, 0, SUM(`amount`), SUM(`n`)
  FROM `ledger_month` GROUP BY `ym`, LEFT(`account_id`, 3), SUBSTRING_INDEX(`account_id`, '/', -1), `kind`;
