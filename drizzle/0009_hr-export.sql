CREATE TABLE `hr_export` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`year` smallint NOT NULL,
	`branch_id` varchar(17) character set ascii collate ascii_bin,
	`state` varchar(24) NOT NULL,
	`failure` varchar(24),
	`progress` int NOT NULL,
	`attempt` int NOT NULL,
	`heartbeat_at` datetime(3),
	`requested_by` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`requested_at` datetime(3) NOT NULL,
	`finished_at` datetime(3),
	`as_of` datetime(3),
	`last_journal_id` varchar(17) character set ascii collate ascii_bin,
	`sheets` json NOT NULL,
	`checks` json NOT NULL,
	`xlsx_file_id` varchar(17) character set ascii collate ascii_bin,
	`csv_file_id` varchar(17) character set ascii collate ascii_bin,
	CONSTRAINT `hr_export_id` PRIMARY KEY(`id`),
	CONSTRAINT `hr_export_state_ck` CHECK(state in ('requested', 'building', 'ready', 'failed')),
	CONSTRAINT `hr_export_ready_ck` CHECK((state = 'ready') = (xlsx_file_id is not null) and (state = 'ready') = (csv_file_id is not null) and (state <> 'ready' or as_of is not null)),
	CONSTRAINT `hr_export_failed_ck` CHECK((state = 'failed') = (failure is not null)),
	CONSTRAINT `hr_export_progress_ck` CHECK(progress between 0 and 100)
);
--> statement-breakpoint
ALTER TABLE `hr_export` ADD CONSTRAINT `hr_export_branch_id_branch_id_fk` FOREIGN KEY (`branch_id`) REFERENCES `branch`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `hr_export` ADD CONSTRAINT `hr_export_requested_by_employee_id_fk` FOREIGN KEY (`requested_by`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `hr_export` ADD CONSTRAINT `hr_export_xlsx_file_id_stored_file_id_fk` FOREIGN KEY (`xlsx_file_id`) REFERENCES `stored_file`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `hr_export` ADD CONSTRAINT `hr_export_csv_file_id_stored_file_id_fk` FOREIGN KEY (`csv_file_id`) REFERENCES `stored_file`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `hr_export_state_ix` ON `hr_export` (`state`);