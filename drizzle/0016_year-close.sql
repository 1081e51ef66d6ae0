CREATE TABLE `year_close` (
	`year` smallint NOT NULL,
	`closed_at` datetime(3) NOT NULL,
	`closed_by` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`export_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`xlsx_sha256` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`csv_sha256` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`as_of` datetime(3) NOT NULL,
	`last_journal_id` varchar(17) character set ascii collate ascii_bin,
	`report` json NOT NULL,
	CONSTRAINT `year_close_year` PRIMARY KEY(`year`)
);
--> statement-breakpoint
CREATE TABLE `year_close_journal` (
	`year` smallint NOT NULL,
	`journal_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `year_close_journal_year_journal_id_pk` PRIMARY KEY(`year`,`journal_id`)
);
--> statement-breakpoint
ALTER TABLE `hr_export` ADD `kind` varchar(24) DEFAULT 'year' NOT NULL;--> statement-breakpoint
ALTER TABLE `hr_export` ADD `report_hash` varchar(64) character set ascii collate ascii_bin;--> statement-breakpoint
ALTER TABLE `year_close` ADD CONSTRAINT `year_close_closed_by_employee_id_fk` FOREIGN KEY (`closed_by`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `year_close` ADD CONSTRAINT `year_close_export_id_hr_export_id_fk` FOREIGN KEY (`export_id`) REFERENCES `hr_export`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `year_close_journal` ADD CONSTRAINT `year_close_journal_year_year_close_year_fk` FOREIGN KEY (`year`) REFERENCES `year_close`(`year`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `year_close_journal` ADD CONSTRAINT `year_close_journal_journal_id_ledger_journal_id_fk` FOREIGN KEY (`journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `hr_export` ADD CONSTRAINT `hr_export_kind_ck` CHECK (kind in ('year', 'difference'));--> statement-breakpoint
ALTER TABLE `hr_export` ADD CONSTRAINT `hr_export_difference_ck` CHECK (kind <> 'difference' or branch_id is null);