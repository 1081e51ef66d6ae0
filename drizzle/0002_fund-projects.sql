CREATE TABLE `fund_project` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(60) NOT NULL,
	`field` varchar(24) NOT NULL,
	`city` varchar(32),
	`summary` varchar(80) NOT NULL,
	`story` text NOT NULL,
	`effect` varchar(60) NOT NULL,
	`charity` varchar(80) NOT NULL,
	`charity_code` varchar(18) character set ascii collate ascii_bin,
	`charity_account` varchar(120),
	`cover_file_id` varchar(17) character set ascii collate ascii_bin,
	`target_fen` bigint,
	`state` varchar(24) NOT NULL,
	`state_reason` varchar(300),
	`report_every_days` int NOT NULL,
	`report_due_on` date,
	`created_by` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`created_at` datetime(3) NOT NULL,
	`charity_by` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`checked_by` varchar(17) character set ascii collate ascii_bin,
	`checked_at` datetime(3),
	`listed_at` datetime(3),
	`closed_at` datetime(3),
	CONSTRAINT `fund_project_id` PRIMARY KEY(`id`),
	CONSTRAINT `fund_project_state_ck` CHECK(state in ('recommended', 'checked', 'listed', 'paused', 'closed')),
	CONSTRAINT `fund_project_checked_ck` CHECK(state in ('recommended', 'closed') or (checked_at is not null and checked_by is not null and checked_by <> created_by and checked_by <> charity_by)),
	CONSTRAINT `fund_project_listed_ck` CHECK(state not in ('listed', 'paused') or (listed_at is not null and report_due_on is not null)),
	CONSTRAINT `fund_project_charity_ck` CHECK(state in ('recommended', 'closed') or (charity_code is not null and charity_account is not null)),
	CONSTRAINT `fund_project_target_ck` CHECK(target_fen is null or target_fen > 0)
);
--> statement-breakpoint
CREATE TABLE `fund_report` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`fund_project_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`title` varchar(60) NOT NULL,
	`text` text NOT NULL,
	`period_from` date NOT NULL,
	`period_until` date NOT NULL,
	`spent_fen` bigint NOT NULL,
	`published_by` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`published_at` datetime(3) NOT NULL,
	CONSTRAINT `fund_report_id` PRIMARY KEY(`id`),
	CONSTRAINT `fund_report_period_ck` CHECK(period_until >= period_from),
	CONSTRAINT `fund_report_spent_ck` CHECK(spent_fen >= 0)
);
--> statement-breakpoint
ALTER TABLE `fund_project` ADD CONSTRAINT `fund_project_created_by_employee_id_fk` FOREIGN KEY (`created_by`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `fund_project` ADD CONSTRAINT `fund_project_charity_by_employee_id_fk` FOREIGN KEY (`charity_by`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `fund_project` ADD CONSTRAINT `fund_project_checked_by_employee_id_fk` FOREIGN KEY (`checked_by`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `fund_report` ADD CONSTRAINT `fund_report_fund_project_id_fund_project_id_fk` FOREIGN KEY (`fund_project_id`) REFERENCES `fund_project`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `fund_report` ADD CONSTRAINT `fund_report_published_by_employee_id_fk` FOREIGN KEY (`published_by`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `fund_project_state_ix` ON `fund_project` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `fund_report_project_ix` ON `fund_report` (`fund_project_id`,`id`);