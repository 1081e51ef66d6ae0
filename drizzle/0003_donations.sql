CREATE TABLE `donation` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`state` varchar(24) NOT NULL,
	`total_fen` bigint NOT NULL,
	`policy_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`held_at` datetime(3) NOT NULL,
	`cools_at` datetime(3) NOT NULL,
	`ended_at` datetime(3),
	`held_journal_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`settled_journal_id` varchar(17) character set ascii collate ascii_bin,
	`released_journal_id` varchar(17) character set ascii collate ascii_bin,
	CONSTRAINT `donation_id` PRIMARY KEY(`id`),
	CONSTRAINT `donation_held_uq` UNIQUE(`held_journal_id`),
	CONSTRAINT `donation_settled_uq` UNIQUE(`settled_journal_id`),
	CONSTRAINT `donation_released_uq` UNIQUE(`released_journal_id`),
	CONSTRAINT `donation_total_ck` CHECK(total_fen > 0),
	CONSTRAINT `donation_state_ck` CHECK((state = 'held' and ended_at is null and settled_journal_id is null and released_journal_id is null)
        or (state = 'cancelled' and ended_at is not null and ended_at < cools_at and settled_journal_id is null and released_journal_id is not null)
        or (state = 'settled' and ended_at is not null and ended_at >= cools_at and settled_journal_id is not null)
        or (state = 'returned' and ended_at is not null and ended_at >= cools_at and settled_journal_id is null and released_journal_id is not null))
);
--> statement-breakpoint
CREATE TABLE `donation_part` (
	`donation_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`part_no` smallint NOT NULL,
	`fund_project_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`amount_fen` bigint NOT NULL,
	`state` varchar(24) NOT NULL,
	`settled_at` datetime(3),
	`settled_journal_id` varchar(17) character set ascii collate ascii_bin,
	CONSTRAINT `donation_part_donation_id_part_no_pk` PRIMARY KEY(`donation_id`,`part_no`),
	CONSTRAINT `donation_part_project_uq` UNIQUE(`donation_id`,`fund_project_id`),
	CONSTRAINT `donation_part_amount_ck` CHECK(amount_fen > 0 and part_no > 0),
	CONSTRAINT `donation_part_state_ck` CHECK((state = 'settled' and settled_at is not null and settled_journal_id is not null)
        or (state in ('held', 'cancelled', 'returned') and settled_at is null and settled_journal_id is null))
);
--> statement-breakpoint
ALTER TABLE `donation` ADD CONSTRAINT `donation_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `donation` ADD CONSTRAINT `donation_policy_id_policy_version_id_fk` FOREIGN KEY (`policy_id`) REFERENCES `policy_version`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `donation` ADD CONSTRAINT `donation_held_journal_id_ledger_journal_id_fk` FOREIGN KEY (`held_journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `donation` ADD CONSTRAINT `donation_settled_journal_id_ledger_journal_id_fk` FOREIGN KEY (`settled_journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `donation` ADD CONSTRAINT `donation_released_journal_id_ledger_journal_id_fk` FOREIGN KEY (`released_journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `donation_part` ADD CONSTRAINT `donation_part_donation_id_donation_id_fk` FOREIGN KEY (`donation_id`) REFERENCES `donation`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `donation_part` ADD CONSTRAINT `donation_part_fund_project_id_fund_project_id_fk` FOREIGN KEY (`fund_project_id`) REFERENCES `fund_project`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `donation_part` ADD CONSTRAINT `donation_part_settled_journal_id_ledger_journal_id_fk` FOREIGN KEY (`settled_journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `donation_employee_ix` ON `donation` (`employee_id`,`id`);--> statement-breakpoint
CREATE INDEX `donation_state_ix` ON `donation` (`state`,`cools_at`);--> statement-breakpoint
CREATE INDEX `donation_part_settled_ix` ON `donation_part` (`fund_project_id`,`state`,`settled_at`,`donation_id`);