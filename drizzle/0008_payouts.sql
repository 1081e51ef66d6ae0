CREATE TABLE `fund_report_image` (
	`report_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`image_no` smallint NOT NULL,
	`file_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `fund_report_image_report_id_image_no_pk` PRIMARY KEY(`report_id`,`image_no`)
);
--> statement-breakpoint
CREATE TABLE `honour_consent` (
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`field` varchar(24) NOT NULL,
	`version` int NOT NULL,
	`given_at` datetime(3) NOT NULL,
	`withdrawn_at` datetime(3),
	`active` tinyint,
	CONSTRAINT `honour_consent_employee_id_field_version_pk` PRIMARY KEY(`employee_id`,`field`,`version`),
	CONSTRAINT `honour_consent_one_active_uq` UNIQUE(`employee_id`,`field`,`active`),
	CONSTRAINT `honour_consent_field_ck` CHECK(field in ('hours', 'sessions', 'badges', 'hosting', 'donated')),
	CONSTRAINT `honour_consent_active_ck` CHECK((active is null) = (withdrawn_at is not null))
);
--> statement-breakpoint
CREATE TABLE `payout` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`fund_project_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`charity` varchar(80) NOT NULL,
	`charity_code` varchar(18) character set ascii collate ascii_bin NOT NULL,
	`charity_account` varchar(120) NOT NULL,
	`state` varchar(24) NOT NULL,
	`amount_fen` bigint NOT NULL,
	`line_count` int NOT NULL,
	`built_by` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`built_at` datetime(3) NOT NULL,
	`approved_by` varchar(17) character set ascii collate ascii_bin,
	`approved_at` datetime(3),
	`sent_by` varchar(17) character set ascii collate ascii_bin,
	`sent_at` datetime(3),
	`bank_reference` varchar(60),
	`ended_by` varchar(17) character set ascii collate ascii_bin,
	`ended_at` datetime(3),
	`note` varchar(300),
	`built_journal_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`end_journal_id` varchar(17) character set ascii collate ascii_bin,
	CONSTRAINT `payout_id` PRIMARY KEY(`id`),
	CONSTRAINT `payout_built_uq` UNIQUE(`built_journal_id`),
	CONSTRAINT `payout_end_uq` UNIQUE(`end_journal_id`),
	CONSTRAINT `payout_amount_ck` CHECK(amount_fen > 0 and line_count > 0),
	CONSTRAINT `payout_state_ck` CHECK(state in ('built', 'approved', 'sent', 'confirmed', 'bounced', 'cancelled')),
	CONSTRAINT `payout_approved_ck` CHECK(state in ('built', 'cancelled') or (approved_at is not null and approved_by is not null)),
	CONSTRAINT `payout_second_person_ck` CHECK(approved_by is null or approved_by <> built_by),
	CONSTRAINT `payout_sent_ck` CHECK((state in ('sent', 'confirmed', 'bounced')) = (sent_at is not null and bank_reference is not null)),
	CONSTRAINT `payout_ended_ck` CHECK((state in ('confirmed', 'bounced', 'cancelled')) = (ended_at is not null and end_journal_id is not null))
);
--> statement-breakpoint
CREATE TABLE `payout_line` (
	`payout_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`line_no` int NOT NULL,
	`donation_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`part_no` smallint NOT NULL,
	`amount_fen` bigint NOT NULL,
	`journal_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`live` tinyint,
	CONSTRAINT `payout_line_payout_id_line_no_pk` PRIMARY KEY(`payout_id`,`line_no`),
	CONSTRAINT `payout_line_once_uq` UNIQUE(`donation_id`,`part_no`,`live`),
	CONSTRAINT `payout_line_amount_ck` CHECK(amount_fen > 0),
	CONSTRAINT `payout_line_live_ck` CHECK(live is null or live = 1)
);
--> statement-breakpoint
ALTER TABLE `fund_report_image` ADD CONSTRAINT `fund_report_image_report_id_fund_report_id_fk` FOREIGN KEY (`report_id`) REFERENCES `fund_report`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `fund_report_image` ADD CONSTRAINT `fund_report_image_file_id_stored_file_id_fk` FOREIGN KEY (`file_id`) REFERENCES `stored_file`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `honour_consent` ADD CONSTRAINT `honour_consent_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `payout` ADD CONSTRAINT `payout_fund_project_id_fund_project_id_fk` FOREIGN KEY (`fund_project_id`) REFERENCES `fund_project`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `payout` ADD CONSTRAINT `payout_built_by_employee_id_fk` FOREIGN KEY (`built_by`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `payout` ADD CONSTRAINT `payout_approved_by_employee_id_fk` FOREIGN KEY (`approved_by`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `payout` ADD CONSTRAINT `payout_sent_by_employee_id_fk` FOREIGN KEY (`sent_by`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `payout` ADD CONSTRAINT `payout_ended_by_employee_id_fk` FOREIGN KEY (`ended_by`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `payout` ADD CONSTRAINT `payout_built_journal_id_ledger_journal_id_fk` FOREIGN KEY (`built_journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `payout` ADD CONSTRAINT `payout_end_journal_id_ledger_journal_id_fk` FOREIGN KEY (`end_journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `payout_line` ADD CONSTRAINT `payout_line_payout_id_payout_id_fk` FOREIGN KEY (`payout_id`) REFERENCES `payout`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `payout_line` ADD CONSTRAINT `payout_line_journal_id_ledger_journal_id_fk` FOREIGN KEY (`journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `payout_line` ADD CONSTRAINT `payout_line_part_fk` FOREIGN KEY (`donation_id`,`part_no`) REFERENCES `donation_part`(`donation_id`,`part_no`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `payout_state_ix` ON `payout` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `payout_fund_project_ix` ON `payout` (`fund_project_id`,`id`);--> statement-breakpoint
ALTER TABLE `fund_project` ADD CONSTRAINT `fund_project_cover_file_id_stored_file_id_fk` FOREIGN KEY (`cover_file_id`) REFERENCES `stored_file`(`id`) ON DELETE no action ON UPDATE no action;