CREATE TABLE `certificate` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`certificate_no` varchar(20) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(64) NOT NULL,
	`department` varchar(64) NOT NULL,
	`from_on` date NOT NULL,
	`to_on` date NOT NULL,
	`minutes` int NOT NULL,
	`sessions` int NOT NULL,
	`content_hash` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`file_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`issued_at` datetime(3) NOT NULL,
	`superseded_at` datetime(3),
	CONSTRAINT `certificate_id` PRIMARY KEY(`id`),
	CONSTRAINT `certificate_no_uq` UNIQUE(`certificate_no`),
	CONSTRAINT `certificate_period_ck` CHECK(from_on <= to_on),
	CONSTRAINT `certificate_figures_ck` CHECK(minutes > 0 and sessions > 0),
	CONSTRAINT `certificate_superseded_ck` CHECK(superseded_at is null or superseded_at >= issued_at)
);
--> statement-breakpoint
CREATE TABLE `certificate_line` (
	`certificate_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`attendance_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`served_on` date NOT NULL,
	`project_title` varchar(60) NOT NULL,
	`session_title` varchar(60) NOT NULL,
	`minutes` int NOT NULL,
	CONSTRAINT `certificate_line_certificate_id_attendance_id_pk` PRIMARY KEY(`certificate_id`,`attendance_id`),
	CONSTRAINT `certificate_line_minutes_ck` CHECK(minutes > 0)
);
--> statement-breakpoint
CREATE TABLE `point_task` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`title` varchar(40) NOT NULL,
	`fact` varchar(24) NOT NULL,
	`kind` varchar(24) NOT NULL,
	`need` int NOT NULL,
	`points` int NOT NULL,
	`times_a_day` int NOT NULL,
	`times_in_all` int,
	`from_on` date NOT NULL,
	`until_on` date,
	`ended_on` date,
	`created_by` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`created_at` datetime(3) NOT NULL,
	CONSTRAINT `point_task_id` PRIMARY KEY(`id`),
	CONSTRAINT `point_task_terms_ck` CHECK(need > 0 and points > 0 and times_a_day > 0 and (times_in_all is null or times_in_all > 0)),
	CONSTRAINT `point_task_kind_ck` CHECK((kind = 'milestone' or need = 1) and (kind = 'daily' or (times_a_day = 1 and times_in_all is null))),
	CONSTRAINT `point_task_days_ck` CHECK(until_on is null or until_on >= from_on)
);
--> statement-breakpoint
CREATE TABLE `shop_item` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(40) NOT NULL,
	`description` varchar(600) NOT NULL,
	`category` varchar(24) NOT NULL,
	`price_points` int NOT NULL,
	`stock_left` int NOT NULL,
	`per_person` int,
	`from_on` date NOT NULL,
	`until_on` date,
	`state` varchar(24) NOT NULL,
	`created_at` datetime(3) NOT NULL,
	CONSTRAINT `shop_item_id` PRIMARY KEY(`id`),
	CONSTRAINT `shop_item_price_ck` CHECK(price_points > 0),
	CONSTRAINT `shop_item_stock_ck` CHECK(stock_left >= 0),
	CONSTRAINT `shop_item_days_ck` CHECK(until_on is null or until_on >= from_on),
	CONSTRAINT `shop_item_category_ck` CHECK(category in ('wear', 'bag', 'cup', 'stationery', 'book', 'benefit', 'other'))
);
--> statement-breakpoint
CREATE TABLE `shop_order` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`item_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`price_points` int NOT NULL,
	`state` varchar(24) NOT NULL,
	`pick_up_code` varchar(8) character set ascii collate ascii_bin NOT NULL,
	`placed_at` datetime(3) NOT NULL,
	`ended_at` datetime(3),
	`ended_by` varchar(17) character set ascii collate ascii_bin,
	`cancel_reason` varchar(200),
	`journal_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`refund_id` varchar(17) character set ascii collate ascii_bin,
	CONSTRAINT `shop_order_id` PRIMARY KEY(`id`),
	CONSTRAINT `shop_order_code_uq` UNIQUE(`pick_up_code`),
	CONSTRAINT `shop_order_journal_uq` UNIQUE(`journal_id`),
	CONSTRAINT `shop_order_refund_uq` UNIQUE(`refund_id`),
	CONSTRAINT `shop_order_price_ck` CHECK(price_points > 0),
	CONSTRAINT `shop_order_end_ck` CHECK((state = 'placed') = (ended_at is null) and (ended_at is null) = (ended_by is null)),
	CONSTRAINT `shop_order_refund_ck` CHECK((state = 'cancelled') = (refund_id is not null)),
	CONSTRAINT `shop_order_second_person_ck` CHECK(state <> 'picked-up' or ended_by <> employee_id)
);
--> statement-breakpoint
CREATE TABLE `stock_change` (
	`item_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`round` int NOT NULL,
	`change_count` int NOT NULL,
	`reason` varchar(200) NOT NULL,
	`changed_by` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`changed_at` datetime(3) NOT NULL,
	CONSTRAINT `stock_change_item_id_round_pk` PRIMARY KEY(`item_id`,`round`)
);
--> statement-breakpoint
CREATE TABLE `task_award` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`task_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`period` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`served_on` date NOT NULL,
	`points` int NOT NULL,
	`state` varchar(24) NOT NULL,
	`round` int NOT NULL,
	`journal_id` varchar(17) character set ascii collate ascii_bin,
	`changed_at` datetime(3) NOT NULL,
	CONSTRAINT `task_award_id` PRIMARY KEY(`id`),
	CONSTRAINT `task_award_once_uq` UNIQUE(`task_id`,`employee_id`,`period`),
	CONSTRAINT `task_award_journal_uq` UNIQUE(`journal_id`),
	CONSTRAINT `task_award_points_ck` CHECK(points > 0),
	CONSTRAINT `task_award_state_ck` CHECK((state = 'held' and journal_id is not null and round % 2 = 1) or (state = 'taken-back' and journal_id is null and round % 2 = 0))
);
--> statement-breakpoint
ALTER TABLE `certificate` ADD CONSTRAINT `certificate_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `certificate_line` ADD CONSTRAINT `certificate_line_certificate_id_certificate_id_fk` FOREIGN KEY (`certificate_id`) REFERENCES `certificate`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `certificate_line` ADD CONSTRAINT `certificate_line_attendance_id_attendance_id_fk` FOREIGN KEY (`attendance_id`) REFERENCES `attendance`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `shop_order` ADD CONSTRAINT `shop_order_item_id_shop_item_id_fk` FOREIGN KEY (`item_id`) REFERENCES `shop_item`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `shop_order` ADD CONSTRAINT `shop_order_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `shop_order` ADD CONSTRAINT `shop_order_journal_id_ledger_journal_id_fk` FOREIGN KEY (`journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `shop_order` ADD CONSTRAINT `shop_order_refund_id_ledger_journal_id_fk` FOREIGN KEY (`refund_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `stock_change` ADD CONSTRAINT `stock_change_item_id_shop_item_id_fk` FOREIGN KEY (`item_id`) REFERENCES `shop_item`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `task_award` ADD CONSTRAINT `task_award_task_id_point_task_id_fk` FOREIGN KEY (`task_id`) REFERENCES `point_task`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `task_award` ADD CONSTRAINT `task_award_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `task_award` ADD CONSTRAINT `task_award_journal_id_ledger_journal_id_fk` FOREIGN KEY (`journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `certificate_employee_ix` ON `certificate` (`employee_id`,`id`);--> statement-breakpoint
CREATE INDEX `point_task_fact_ix` ON `point_task` (`fact`,`from_on`);--> statement-breakpoint
CREATE INDEX `shop_item_price_ix` ON `shop_item` (`state`,`price_points`,`id`);--> statement-breakpoint
CREATE INDEX `shop_order_employee_ix` ON `shop_order` (`employee_id`,`item_id`,`state`);--> statement-breakpoint
CREATE INDEX `shop_order_item_ix` ON `shop_order` (`item_id`,`state`);--> statement-breakpoint
CREATE INDEX `shop_order_state_ix` ON `shop_order` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `task_award_employee_ix` ON `task_award` (`employee_id`,`task_id`);