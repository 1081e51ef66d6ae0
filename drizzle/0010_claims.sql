CREATE TABLE `claim` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`state` varchar(24) NOT NULL,
	`platform` varchar(24) NOT NULL,
	`platform_name` varchar(40),
	`order_no` varchar(64) NOT NULL,
	`order_key` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`gift_on` date NOT NULL,
	`amount_fen` bigint NOT NULL,
	`round` smallint NOT NULL,
	`submitted_at` datetime(3) NOT NULL,
	`decided_at` datetime(3),
	`decided_by` varchar(17) character set ascii collate ascii_bin,
	`reason` varchar(300),
	`journal_id` varchar(17) character set ascii collate ascii_bin,
	`refunded_at` datetime(3),
	`refunded_by` varchar(17) character set ascii collate ascii_bin,
	`refund_reason` varchar(300),
	`refund_journal_id` varchar(17) character set ascii collate ascii_bin,
	`live` int,
	CONSTRAINT `claim_id` PRIMARY KEY(`id`),
	CONSTRAINT `claim_order_uq` UNIQUE(`order_key`,`live`),
	CONSTRAINT `claim_journal_uq` UNIQUE(`journal_id`),
	CONSTRAINT `claim_refund_uq` UNIQUE(`refund_journal_id`),
	CONSTRAINT `claim_amount_ck` CHECK(amount_fen > 0),
	CONSTRAINT `claim_live_ck` CHECK((state = 'rejected') = (live is null) and coalesce(live, 1) = 1),
	CONSTRAINT `claim_platform_ck` CHECK((platform = 'other') = (platform_name is not null)),
	CONSTRAINT `claim_state_ck` CHECK((state in ('submitted', 'returned', 'rejected') and journal_id is null and refund_journal_id is null)
        or (state = 'approved' and journal_id is not null and refund_journal_id is null)
        or (state = 'refunded' and journal_id is not null and refund_journal_id is not null)),
	CONSTRAINT `claim_decided_ck` CHECK((decided_at is null) = (decided_by is null) and (state = 'submitted' or decided_at is not null)),
	CONSTRAINT `claim_refunded_ck` CHECK((state = 'refunded') = (refunded_at is not null) and (refunded_at is null) = (refunded_by is null)),
	CONSTRAINT `claim_second_person_ck` CHECK((decided_by is null or decided_by <> employee_id) and (refunded_by is null or refunded_by <> employee_id))
);
--> statement-breakpoint
CREATE TABLE `claim_image` (
	`claim_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`file_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`sha256` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`fingerprint` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`place` smallint,
	`live` int,
	CONSTRAINT `claim_image_claim_id_file_id_pk` PRIMARY KEY(`claim_id`,`file_id`),
	CONSTRAINT `claim_image_place_uq` UNIQUE(`claim_id`,`place`),
	CONSTRAINT `claim_image_same_uq` UNIQUE(`sha256`,`live`),
	CONSTRAINT `claim_image_live_ck` CHECK(live is null or (live = 1 and place is not null))
);
--> statement-breakpoint
ALTER TABLE `claim` ADD CONSTRAINT `claim_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `claim` ADD CONSTRAINT `claim_decided_by_employee_id_fk` FOREIGN KEY (`decided_by`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `claim` ADD CONSTRAINT `claim_journal_id_ledger_journal_id_fk` FOREIGN KEY (`journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `claim` ADD CONSTRAINT `claim_refunded_by_employee_id_fk` FOREIGN KEY (`refunded_by`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `claim` ADD CONSTRAINT `claim_refund_journal_id_ledger_journal_id_fk` FOREIGN KEY (`refund_journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `claim_image` ADD CONSTRAINT `claim_image_claim_id_claim_id_fk` FOREIGN KEY (`claim_id`) REFERENCES `claim`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `claim_image` ADD CONSTRAINT `claim_image_file_id_stored_file_id_fk` FOREIGN KEY (`file_id`) REFERENCES `stored_file`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `claim_employee_ix` ON `claim` (`employee_id`,`id`);--> statement-breakpoint
CREATE INDEX `claim_queue_ix` ON `claim` (`state`,`submitted_at`,`id`);
