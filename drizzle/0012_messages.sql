CREATE TABLE `message_consent` (
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`kind` varchar(24) NOT NULL,
	`consents_left` int NOT NULL,
	CONSTRAINT `message_consent_employee_id_kind_pk` PRIMARY KEY(`employee_id`,`kind`),
	CONSTRAINT `message_consent_left_ck` CHECK(consents_left >= 0)
);
--> statement-breakpoint
CREATE TABLE `notice` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`kind` varchar(24) NOT NULL,
	`subject` varchar(48) character set ascii collate ascii_bin NOT NULL,
	`facts` json NOT NULL,
	`page` varchar(24) NOT NULL,
	`page_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`made_at` datetime(3) NOT NULL,
	`read_at` datetime(3),
	`delivery` varchar(24) NOT NULL,
	`channel` varchar(24),
	`fault` varchar(24),
	CONSTRAINT `notice_id` PRIMARY KEY(`id`),
	CONSTRAINT `notice_once_uq` UNIQUE(`employee_id`,`kind`,`subject`),
	CONSTRAINT `notice_delivery_ck` CHECK(delivery in ('waiting', 'sending', 'sent', 'not-sent'))
);
--> statement-breakpoint
ALTER TABLE `message_consent` ADD CONSTRAINT `message_consent_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `notice` ADD CONSTRAINT `notice_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `notice_inbox_ix` ON `notice` (`employee_id`,`id`);--> statement-breakpoint
CREATE INDEX `notice_unread_ix` ON `notice` (`employee_id`,`read_at`);