CREATE TABLE `leave_allowance` (
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`year` int NOT NULL,
	`minutes` int NOT NULL,
	`granted_at` datetime(3) NOT NULL,
	`journal_id` varchar(17) character set ascii collate ascii_bin,
	CONSTRAINT `leave_allowance_employee_id_year_pk` PRIMARY KEY(`employee_id`,`year`),
	CONSTRAINT `leave_allowance_journal_uq` UNIQUE(`journal_id`),
	CONSTRAINT `leave_allowance_minutes_ck` CHECK(minutes >= 0 and (journal_id is null) = (minutes = 0))
);
--> statement-breakpoint
CREATE TABLE `leave_request` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`signup_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`session_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`leave_on` date NOT NULL,
	`part` varchar(24) NOT NULL,
	`minutes` int NOT NULL,
	`state` varchar(24) NOT NULL,
	`requested_at` datetime(3) NOT NULL,
	`policy_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`decided_by` varchar(17) character set ascii collate ascii_bin,
	`decided_at` datetime(3),
	`reason` varchar(200),
	`return_cause` varchar(24),
	`held_journal_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`end_journal_id` varchar(17) character set ascii collate ascii_bin,
	`active` int,
	CONSTRAINT `leave_request_id` PRIMARY KEY(`id`),
	CONSTRAINT `leave_request_signup_uq` UNIQUE(`signup_id`,`active`),
	CONSTRAINT `leave_request_held_uq` UNIQUE(`held_journal_id`),
	CONSTRAINT `leave_request_end_uq` UNIQUE(`end_journal_id`),
	CONSTRAINT `leave_request_minutes_ck` CHECK(minutes > 0),
	CONSTRAINT `leave_request_active_ck` CHECK(coalesce(active, 0) = (state in ('requested', 'approved', 'used'))),
	CONSTRAINT `leave_request_end_ck` CHECK((end_journal_id is null) = (state in ('requested', 'approved'))),
	CONSTRAINT `leave_request_cause_ck` CHECK((return_cause is null) = (state <> 'returned')),
	CONSTRAINT `leave_request_decided_ck` CHECK((decided_by is null) = (decided_at is null) and (decided_by is not null or state not in ('approved', 'declined', 'used'))),
	CONSTRAINT `leave_request_second_person_ck` CHECK(decided_by is null or decided_by <> employee_id),
	CONSTRAINT `leave_request_reason_ck` CHECK(state <> 'declined' or reason is not null)
);
--> statement-breakpoint
ALTER TABLE `leave_allowance` ADD CONSTRAINT `leave_allowance_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `leave_allowance` ADD CONSTRAINT `leave_allowance_journal_id_ledger_journal_id_fk` FOREIGN KEY (`journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `leave_request` ADD CONSTRAINT `leave_request_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `leave_request` ADD CONSTRAINT `leave_request_signup_id_signup_id_fk` FOREIGN KEY (`signup_id`) REFERENCES `signup`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `leave_request` ADD CONSTRAINT `leave_request_session_id_session_id_fk` FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `leave_request` ADD CONSTRAINT `leave_request_policy_id_policy_version_id_fk` FOREIGN KEY (`policy_id`) REFERENCES `policy_version`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `leave_request` ADD CONSTRAINT `leave_request_decided_by_employee_id_fk` FOREIGN KEY (`decided_by`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `leave_request` ADD CONSTRAINT `leave_request_held_journal_id_ledger_journal_id_fk` FOREIGN KEY (`held_journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `leave_request` ADD CONSTRAINT `leave_request_end_journal_id_ledger_journal_id_fk` FOREIGN KEY (`end_journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `leave_request_employee_ix` ON `leave_request` (`employee_id`,`leave_on`);--> statement-breakpoint
CREATE INDEX `leave_request_session_ix` ON `leave_request` (`session_id`,`state`);--> statement-breakpoint
CREATE INDEX `leave_request_state_ix` ON `leave_request` (`state`,`leave_on`,`id`);--> statement-breakpoint
CREATE INDEX `leave_request_day_ix` ON `leave_request` (`leave_on`,`id`);