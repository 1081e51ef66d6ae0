CREATE TABLE `attendance` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`session_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`place` int NOT NULL,
	`in_at` datetime(3) NOT NULL,
	`out_at` datetime(3),
	`named` boolean NOT NULL,
	`present` int,
	CONSTRAINT `attendance_id` PRIMARY KEY(`id`),
	CONSTRAINT `attendance_person_uq` UNIQUE(`session_id`,`employee_id`),
	CONSTRAINT `attendance_one_place_uq` UNIQUE(`employee_id`,`present`),
	CONSTRAINT `attendance_place_ck` CHECK(place = 1),
	CONSTRAINT `attendance_times_ck` CHECK(out_at is null or out_at >= in_at),
	CONSTRAINT `attendance_present_ck` CHECK(present is null or (present = 1 and out_at is null))
);
--> statement-breakpoint
CREATE TABLE `scan` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`session_id` varchar(17) character set ascii collate ascii_bin,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`kind` varchar(24),
	`means` varchar(24) NOT NULL,
	`by_employee_id` varchar(17) character set ascii collate ascii_bin,
	`reason` varchar(200),
	`accepted` boolean NOT NULL,
	`refusal` varchar(40) character set ascii collate ascii_bin,
	`login_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`scanned_at` datetime(3) NOT NULL,
	CONSTRAINT `scan_id` PRIMARY KEY(`id`),
	CONSTRAINT `scan_refusal_ck` CHECK(accepted = (refusal is null)),
	CONSTRAINT `scan_read_ck` CHECK((session_id is null) = (kind is null) and (accepted = false or session_id is not null)),
	CONSTRAINT `scan_named_ck` CHECK((means = 'named') = (by_employee_id is not null) and (means = 'named') = (reason is not null)),
	CONSTRAINT `scan_second_person_ck` CHECK(accepted = false or by_employee_id is null or by_employee_id <> employee_id)
);
--> statement-breakpoint
CREATE TABLE `audit_record` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`actor_id` varchar(17) character set ascii collate ascii_bin,
	`actor_kind` varchar(24) NOT NULL,
	`action` varchar(48) character set ascii collate ascii_bin NOT NULL,
	`subject` varchar(48) character set ascii collate ascii_bin NOT NULL,
	`detail` json NOT NULL,
	`request_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`recorded_at` datetime(3) NOT NULL,
	CONSTRAINT `audit_record_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `idempotency_key` (
	`scope` varchar(80) character set ascii collate ascii_bin NOT NULL,
	`key` varchar(80) character set ascii collate ascii_bin NOT NULL,
	`request_hash` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`status` smallint,
	`reply` json,
	`created_at` datetime(3) NOT NULL,
	CONSTRAINT `idempotency_key_scope_key_pk` PRIMARY KEY(`scope`,`key`)
);
--> statement-breakpoint
CREATE TABLE `outbox_message` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`topic` varchar(48) character set ascii collate ascii_bin NOT NULL,
	`listener` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`payload` json NOT NULL,
	`state` varchar(24) NOT NULL,
	`attempts` int NOT NULL,
	`due_at` datetime(3) NOT NULL,
	`last_fault` varchar(500),
	`created_at` datetime(3) NOT NULL,
	`done_at` datetime(3),
	CONSTRAINT `outbox_message_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `badge` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`code` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`unlocked_at` datetime(3) NOT NULL,
	`earned_by` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`suspended_at` datetime(3),
	`times_unlocked` int NOT NULL,
	CONSTRAINT `badge_id` PRIMARY KEY(`id`),
	CONSTRAINT `badge_once_uq` UNIQUE(`employee_id`,`code`),
	CONSTRAINT `badge_times_ck` CHECK(times_unlocked > 0)
);
--> statement-breakpoint
CREATE TABLE `hours_correction` (
	`attendance_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`round` int NOT NULL,
	`minutes_before` int NOT NULL,
	`minutes_after` int NOT NULL,
	`reason` varchar(300) NOT NULL,
	`corrected_by` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`corrected_at` datetime(3) NOT NULL,
	`reversal_id` varchar(17) character set ascii collate ascii_bin,
	`journal_id` varchar(17) character set ascii collate ascii_bin,
	CONSTRAINT `hours_correction_attendance_id_round_pk` PRIMARY KEY(`attendance_id`,`round`),
	CONSTRAINT `hours_correction_reversal_uq` UNIQUE(`reversal_id`),
	CONSTRAINT `hours_correction_journal_uq` UNIQUE(`journal_id`),
	CONSTRAINT `hours_correction_minutes_ck` CHECK(minutes_before <> minutes_after and minutes_after between 0 and 1440),
	CONSTRAINT `hours_correction_journal_ck` CHECK((reversal_id is null) = (minutes_before = 0) and (journal_id is null) = (minutes_after = 0))
);
--> statement-breakpoint
CREATE TABLE `hours_record` (
	`attendance_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`session_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`state` varchar(24) NOT NULL,
	`minutes` int NOT NULL,
	`grade` varchar(24) NOT NULL,
	`reason` varchar(200),
	`served_on` date NOT NULL,
	`completed_by` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`completed_at` datetime(3) NOT NULL,
	`issued_by` varchar(17) character set ascii collate ascii_bin,
	`issued_at` datetime(3),
	`round` int NOT NULL,
	`journal_id` varchar(17) character set ascii collate ascii_bin,
	CONSTRAINT `hours_record_attendance_id` PRIMARY KEY(`attendance_id`),
	CONSTRAINT `hours_record_journal_uq` UNIQUE(`journal_id`),
	CONSTRAINT `hours_record_minutes_ck` CHECK(minutes between 0 and 1440),
	CONSTRAINT `hours_record_second_person_ck` CHECK(issued_by is null or issued_by <> employee_id),
	CONSTRAINT `hours_record_state_ck` CHECK((state = 'completed' and round = 0 and issued_at is null and issued_by is null and journal_id is null)
        or (state = 'issued' and round > 0 and issued_at is not null and issued_by is not null and (journal_id is null) = (minutes = 0)))
);
--> statement-breakpoint
CREATE TABLE `ledger_account` (
	`id` varchar(48) character set ascii collate ascii_bin NOT NULL,
	`owner_id` varchar(20) character set ascii collate ascii_bin NOT NULL,
	`kind` varchar(20) character set ascii collate ascii_bin NOT NULL,
	`unit` varchar(24) NOT NULL,
	`opened_at` datetime(3) NOT NULL,
	CONSTRAINT `ledger_account_id` PRIMARY KEY(`id`),
	CONSTRAINT `ledger_account_owner_uq` UNIQUE(`owner_id`,`kind`),
	CONSTRAINT `ledger_account_unit_uq` UNIQUE(`id`,`unit`),
	CONSTRAINT `ledger_account_path_ck` CHECK(id = concat(owner_id, '/', kind)),
	CONSTRAINT `ledger_account_unit_ck` CHECK(unit in ('minutes', 'fen', 'points', 'leave-minutes'))
);
--> statement-breakpoint
CREATE TABLE `ledger_balance` (
	`account_id` varchar(48) character set ascii collate ascii_bin NOT NULL,
	`balance` bigint NOT NULL,
	`min_balance` bigint,
	`max_balance` bigint,
	`version` int NOT NULL,
	CONSTRAINT `ledger_balance_account_id` PRIMARY KEY(`account_id`),
	CONSTRAINT `ledger_balance_min_ck` CHECK(min_balance is null or balance >= min_balance),
	CONSTRAINT `ledger_balance_max_ck` CHECK(max_balance is null or balance <= max_balance)
);
--> statement-breakpoint
CREATE TABLE `ledger_entry` (
	`journal_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`line_no` smallint NOT NULL,
	`account_id` varchar(48) character set ascii collate ascii_bin NOT NULL,
	`unit` varchar(24) NOT NULL,
	`amount` bigint NOT NULL,
	`served_on` date NOT NULL,
	CONSTRAINT `ledger_entry_journal_id_line_no_pk` PRIMARY KEY(`journal_id`,`line_no`),
	CONSTRAINT `ledger_entry_amount_ck` CHECK(amount <> 0)
);
--> statement-breakpoint
CREATE TABLE `ledger_journal` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`kind` varchar(24) NOT NULL,
	`source_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`served_on` date NOT NULL,
	`policy_ids` json NOT NULL,
	`actor_id` varchar(17) character set ascii collate ascii_bin,
	`scope` varchar(24) character set ascii collate ascii_bin NOT NULL,
	`idempotency_key` varchar(80) character set ascii collate ascii_bin NOT NULL,
	`request_hash` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`reverses` varchar(17) character set ascii collate ascii_bin,
	`reversible` tinyint,
	`reverses_reversible` tinyint,
	`entry_count` smallint NOT NULL,
	`leaf_hash` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`recorded_at` datetime(3) NOT NULL,
	CONSTRAINT `ledger_journal_id` PRIMARY KEY(`id`),
	CONSTRAINT `ledger_journal_idempotency_uq` UNIQUE(`scope`,`idempotency_key`),
	CONSTRAINT `ledger_journal_reverses_uq` UNIQUE(`reverses`),
	CONSTRAINT `ledger_journal_reversible_uq` UNIQUE(`id`,`reversible`),
	CONSTRAINT `ledger_journal_reversal_ck` CHECK(coalesce(reversible, 0) = (reverses is null) and coalesce(reverses_reversible, 0) = (reverses is not null)),
	CONSTRAINT `ledger_journal_entries_ck` CHECK(entry_count >= 2)
);
--> statement-breakpoint
CREATE TABLE `ledger_month` (
	`account_id` varchar(48) character set ascii collate ascii_bin NOT NULL,
	`ym` int NOT NULL,
	`amount` bigint NOT NULL,
	`n` int NOT NULL,
	CONSTRAINT `ledger_month_account_id_ym_pk` PRIMARY KEY(`account_id`,`ym`),
	CONSTRAINT `ledger_month_n_ck` CHECK(n > 0)
);
--> statement-breakpoint
CREATE TABLE `bind_code` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`code_hash` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`expires_at` datetime(3) NOT NULL,
	`used_at` datetime(3),
	`given_by` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`given_at` datetime(3) NOT NULL,
	CONSTRAINT `bind_code_id` PRIMARY KEY(`id`),
	CONSTRAINT `bind_code_hash_uq` UNIQUE(`code_hash`)
);
--> statement-breakpoint
CREATE TABLE `branch` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`code` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(40) NOT NULL,
	`kind` varchar(24) NOT NULL,
	`opened_at` datetime(3) NOT NULL,
	CONSTRAINT `branch_id` PRIMARY KEY(`id`),
	CONSTRAINT `branch_code_uq` UNIQUE(`code`)
);
--> statement-breakpoint
CREATE TABLE `branch_member` (
	`branch_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`joined_at` datetime(3) NOT NULL,
	CONSTRAINT `branch_member_employee_id_branch_id_pk` PRIMARY KEY(`employee_id`,`branch_id`)
);
--> statement-breakpoint
CREATE TABLE `employee` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_no` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`wecom_user_id` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(64) NOT NULL,
	`department` varchar(64) NOT NULL,
	`city` varchar(32) NOT NULL,
	`region` varchar(32) NOT NULL,
	`employment_type` varchar(24) NOT NULL,
	`level` varchar(24) NOT NULL,
	`sex` varchar(24) NOT NULL,
	`age_band` varchar(24) NOT NULL,
	`hired_on` date NOT NULL,
	`left_on` date,
	`changed_at` datetime(3) NOT NULL,
	CONSTRAINT `employee_id` PRIMARY KEY(`id`),
	CONSTRAINT `employee_no_uq` UNIQUE(`employee_no`),
	CONSTRAINT `employee_wecom_uq` UNIQUE(`wecom_user_id`),
	CONSTRAINT `employee_days_ck` CHECK(left_on is null or left_on >= hired_on)
);
--> statement-breakpoint
CREATE TABLE `import_run` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`file_hash` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`rows` int NOT NULL,
	`added` int NOT NULL,
	`changed` int NOT NULL,
	`left_count` int NOT NULL,
	`imported_by` varchar(17) character set ascii collate ascii_bin,
	`imported_at` datetime(3) NOT NULL,
	`running` int,
	CONSTRAINT `import_run_id` PRIMARY KEY(`id`),
	CONSTRAINT `import_run_one_at_a_time_uq` UNIQUE(`running`)
);
--> statement-breakpoint
CREATE TABLE `login` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`means` varchar(24) NOT NULL,
	`access_hash` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`access_expires_at` datetime(3) NOT NULL,
	`refresh_expires_at` datetime(3) NOT NULL,
	`started_at` datetime(3) NOT NULL,
	`ended_at` datetime(3),
	CONSTRAINT `login_id` PRIMARY KEY(`id`),
	CONSTRAINT `login_access_uq` UNIQUE(`access_hash`)
);
--> statement-breakpoint
CREATE TABLE `persona` (
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`part` json NOT NULL,
	`position` int NOT NULL,
	CONSTRAINT `persona_employee_id` PRIMARY KEY(`employee_id`)
);
--> statement-breakpoint
CREATE TABLE `refresh_token` (
	`token_hash` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`login_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`issued_at` datetime(3) NOT NULL,
	`used_at` datetime(3),
	`salt` varchar(43) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `refresh_token_token_hash` PRIMARY KEY(`token_hash`)
);
--> statement-breakpoint
CREATE TABLE `role_grant` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`role` varchar(24) NOT NULL,
	`branch_id` varchar(17) character set ascii collate ascii_bin,
	`starts_on` date NOT NULL,
	`ends_on` date,
	`ended_at` datetime(3),
	`granted_by` varchar(17) character set ascii collate ascii_bin,
	`granted_at` datetime(3) NOT NULL,
	CONSTRAINT `role_grant_id` PRIMARY KEY(`id`),
	CONSTRAINT `role_grant_days_ck` CHECK(ends_on is null or ends_on >= starts_on),
	CONSTRAINT `role_grant_branch_ck` CHECK((role = 'branch-lead') = (branch_id is not null))
);
--> statement-breakpoint
CREATE TABLE `wechat_binding` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`openid` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`active` int,
	`bound_at` datetime(3) NOT NULL,
	`ended_at` datetime(3),
	CONSTRAINT `wechat_binding_id` PRIMARY KEY(`id`),
	CONSTRAINT `wechat_binding_openid_uq` UNIQUE(`openid`,`active`),
	CONSTRAINT `wechat_binding_employee_uq` UNIQUE(`employee_id`,`active`),
	CONSTRAINT `wechat_binding_active_ck` CHECK((active is null) = (ended_at is not null))
);
--> statement-breakpoint
CREATE TABLE `policy_version` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`kind` varchar(24) NOT NULL,
	`label` varchar(40) NOT NULL,
	`in_force_from` date NOT NULL,
	`settings` json NOT NULL,
	`published_by` varchar(17) character set ascii collate ascii_bin,
	`published_at` datetime(3) NOT NULL,
	CONSTRAINT `policy_version_id` PRIMARY KEY(`id`),
	CONSTRAINT `policy_version_day_uq` UNIQUE(`kind`,`in_force_from`),
	CONSTRAINT `policy_version_label_uq` UNIQUE(`kind`,`label`)
);
--> statement-breakpoint
CREATE TABLE `project` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`branch_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`title` varchar(60) NOT NULL,
	`field` varchar(24) NOT NULL,
	`city` varchar(32),
	`story` text NOT NULL,
	`organiser` varchar(60) NOT NULL,
	`state` varchar(24) NOT NULL,
	`state_reason` varchar(300),
	`drafted_at` datetime(3) NOT NULL,
	`submitted_at` datetime(3),
	`published_at` datetime(3),
	`closed_at` datetime(3),
	CONSTRAINT `project_id` PRIMARY KEY(`id`),
	CONSTRAINT `project_state_ck` CHECK(state in ('draft', 'in-review', 'published', 'paused', 'closed')),
	CONSTRAINT `project_published_ck` CHECK(state not in ('published', 'paused') or published_at is not null)
);
--> statement-breakpoint
CREATE TABLE `project_host` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`project_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`part` varchar(24) NOT NULL,
	`starts_on` date NOT NULL,
	`ends_on` date,
	`ended_at` datetime(3),
	`active` int,
	CONSTRAINT `project_host_id` PRIMARY KEY(`id`),
	CONSTRAINT `project_host_one_active_uq` UNIQUE(`project_id`,`employee_id`,`active`),
	CONSTRAINT `project_host_active_ck` CHECK((active is null) = (ended_at is not null))
);
--> statement-breakpoint
CREATE TABLE `project_review` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`project_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`decision` varchar(24) NOT NULL,
	`reason` varchar(300),
	`reviewer_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`decided_at` datetime(3) NOT NULL,
	CONSTRAINT `project_review_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `project_term` (
	`term` varchar(2) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`project_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `project_term_term_project_id_pk` PRIMARY KEY(`term`,`project_id`)
);
--> statement-breakpoint
CREATE TABLE `seat` (
	`session_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`capacity` int,
	`taken` int NOT NULL,
	`waiting` int NOT NULL,
	`last_number` int NOT NULL,
	`last_promotion` int NOT NULL,
	CONSTRAINT `seat_session_id` PRIMARY KEY(`session_id`),
	CONSTRAINT `seat_taken_ck` CHECK(taken >= 0 and (capacity is null or taken <= capacity)),
	CONSTRAINT `seat_waiting_ck` CHECK(waiting >= 0)
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`project_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`title` varchar(60) NOT NULL,
	`state` varchar(24) NOT NULL,
	`starts_at` datetime(3) NOT NULL,
	`ends_at` datetime(3) NOT NULL,
	`time_zone` varchar(48) character set ascii collate ascii_bin NOT NULL,
	`city` varchar(32),
	`place` varchar(120) NOT NULL,
	`online` boolean NOT NULL,
	`signup_opens_at` datetime(3) NOT NULL,
	`signup_closes_at` datetime(3) NOT NULL,
	`late_cancel_at` datetime(3) NOT NULL,
	`bring` varchar(1000) NOT NULL,
	`private_details` varchar(1000) NOT NULL,
	`cancel_reason` varchar(300),
	`opened_at` datetime(3) NOT NULL,
	CONSTRAINT `session_id` PRIMARY KEY(`id`),
	CONSTRAINT `session_state_ck` CHECK((state = 'open' and cancel_reason is null) or (state = 'cancelled' and cancel_reason is not null)),
	CONSTRAINT `session_times_ck` CHECK(ends_at > starts_at and signup_closes_at > signup_opens_at and signup_closes_at <= ends_at)
);
--> statement-breakpoint
CREATE TABLE `signup` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`session_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`state` varchar(24) NOT NULL,
	`number` int NOT NULL,
	`promotion` int,
	`signed_up_at` datetime(3) NOT NULL,
	`promoted_at` datetime(3),
	`cancelled_at` datetime(3),
	`late_cancel` boolean NOT NULL,
	`active` int,
	CONSTRAINT `signup_id` PRIMARY KEY(`id`),
	CONSTRAINT `signup_one_active_uq` UNIQUE(`session_id`,`employee_id`,`active`),
	CONSTRAINT `signup_number_uq` UNIQUE(`session_id`,`number`),
	CONSTRAINT `signup_promotion_uq` UNIQUE(`session_id`,`promotion`),
	CONSTRAINT `signup_active_ck` CHECK((state in ('confirmed', 'waitlisted') and active = 1 and cancelled_at is null) or (state = 'cancelled' and active is null and cancelled_at is not null)),
	CONSTRAINT `signup_promotion_ck` CHECK((promotion is null) = (promoted_at is null))
);
--> statement-breakpoint
ALTER TABLE `attendance` ADD CONSTRAINT `attendance_session_id_session_id_fk` FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `attendance` ADD CONSTRAINT `attendance_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `attendance` ADD CONSTRAINT `attendance_signup_fk` FOREIGN KEY (`session_id`,`employee_id`,`place`) REFERENCES `signup`(`session_id`,`employee_id`,`active`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `scan` ADD CONSTRAINT `scan_session_id_session_id_fk` FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `scan` ADD CONSTRAINT `scan_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `badge` ADD CONSTRAINT `badge_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `hours_correction` ADD CONSTRAINT `hours_correction_attendance_id_hours_record_attendance_id_fk` FOREIGN KEY (`attendance_id`) REFERENCES `hours_record`(`attendance_id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `hours_correction` ADD CONSTRAINT `hours_correction_reversal_id_ledger_journal_id_fk` FOREIGN KEY (`reversal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `hours_correction` ADD CONSTRAINT `hours_correction_journal_id_ledger_journal_id_fk` FOREIGN KEY (`journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `hours_record` ADD CONSTRAINT `hours_record_attendance_id_attendance_id_fk` FOREIGN KEY (`attendance_id`) REFERENCES `attendance`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `hours_record` ADD CONSTRAINT `hours_record_session_id_session_id_fk` FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `hours_record` ADD CONSTRAINT `hours_record_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `hours_record` ADD CONSTRAINT `hours_record_journal_id_ledger_journal_id_fk` FOREIGN KEY (`journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `ledger_balance` ADD CONSTRAINT `ledger_balance_account_id_ledger_account_id_fk` FOREIGN KEY (`account_id`) REFERENCES `ledger_account`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `ledger_entry` ADD CONSTRAINT `ledger_entry_journal_id_ledger_journal_id_fk` FOREIGN KEY (`journal_id`) REFERENCES `ledger_journal`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `ledger_entry` ADD CONSTRAINT `ledger_entry_account_fk` FOREIGN KEY (`account_id`,`unit`) REFERENCES `ledger_account`(`id`,`unit`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `ledger_journal` ADD CONSTRAINT `ledger_journal_reverses_fk` FOREIGN KEY (`reverses`,`reverses_reversible`) REFERENCES `ledger_journal`(`id`,`reversible`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `ledger_month` ADD CONSTRAINT `ledger_month_account_id_ledger_account_id_fk` FOREIGN KEY (`account_id`) REFERENCES `ledger_account`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `bind_code` ADD CONSTRAINT `bind_code_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `branch_member` ADD CONSTRAINT `branch_member_branch_id_branch_id_fk` FOREIGN KEY (`branch_id`) REFERENCES `branch`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `branch_member` ADD CONSTRAINT `branch_member_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `login` ADD CONSTRAINT `login_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `persona` ADD CONSTRAINT `persona_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `refresh_token` ADD CONSTRAINT `refresh_token_login_id_login_id_fk` FOREIGN KEY (`login_id`) REFERENCES `login`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `role_grant` ADD CONSTRAINT `role_grant_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `role_grant` ADD CONSTRAINT `role_grant_branch_id_branch_id_fk` FOREIGN KEY (`branch_id`) REFERENCES `branch`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `wechat_binding` ADD CONSTRAINT `wechat_binding_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `project` ADD CONSTRAINT `project_branch_id_branch_id_fk` FOREIGN KEY (`branch_id`) REFERENCES `branch`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `project_host` ADD CONSTRAINT `project_host_project_id_project_id_fk` FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `project_host` ADD CONSTRAINT `project_host_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `project_review` ADD CONSTRAINT `project_review_project_id_project_id_fk` FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `project_review` ADD CONSTRAINT `project_review_reviewer_id_employee_id_fk` FOREIGN KEY (`reviewer_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `project_term` ADD CONSTRAINT `project_term_project_id_project_id_fk` FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `seat` ADD CONSTRAINT `seat_session_id_session_id_fk` FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `session` ADD CONSTRAINT `session_project_id_project_id_fk` FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `signup` ADD CONSTRAINT `signup_session_id_session_id_fk` FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `signup` ADD CONSTRAINT `signup_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `attendance_arrivals_ix` ON `attendance` (`session_id`,`in_at`);--> statement-breakpoint
CREATE INDEX `scan_session_ix` ON `scan` (`session_id`,`employee_id`);--> statement-breakpoint
CREATE INDEX `scan_employee_ix` ON `scan` (`employee_id`,`scanned_at`);--> statement-breakpoint
CREATE INDEX `audit_record_subject_ix` ON `audit_record` (`subject`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `audit_record_actor_ix` ON `audit_record` (`actor_id`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `idempotency_key_age_ix` ON `idempotency_key` (`created_at`);--> statement-breakpoint
CREATE INDEX `outbox_message_due_ix` ON `outbox_message` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `hours_record_session_ix` ON `hours_record` (`session_id`,`state`);--> statement-breakpoint
CREATE INDEX `hours_record_day_ix` ON `hours_record` (`employee_id`,`served_on`);--> statement-breakpoint
CREATE INDEX `hours_record_waiting_ix` ON `hours_record` (`state`,`attendance_id`);--> statement-breakpoint
CREATE INDEX `ledger_entry_account_ix` ON `ledger_entry` (`account_id`,`unit`,`served_on`,`amount`);--> statement-breakpoint
CREATE INDEX `ledger_journal_source_ix` ON `ledger_journal` (`source_id`);--> statement-breakpoint
CREATE INDEX `ledger_journal_recorded_ix` ON `ledger_journal` (`recorded_at`);--> statement-breakpoint
CREATE INDEX `bind_code_employee_ix` ON `bind_code` (`employee_id`);--> statement-breakpoint
CREATE INDEX `branch_name_ix` ON `branch` (`name`);--> statement-breakpoint
CREATE INDEX `branch_member_branch_ix` ON `branch_member` (`branch_id`);--> statement-breakpoint
CREATE INDEX `employee_department_ix` ON `employee` (`department`);--> statement-breakpoint
CREATE INDEX `login_employee_ix` ON `login` (`employee_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `refresh_token_login_ix` ON `refresh_token` (`login_id`);--> statement-breakpoint
CREATE INDEX `role_grant_employee_ix` ON `role_grant` (`employee_id`);--> statement-breakpoint
CREATE INDEX `role_grant_branch_ix` ON `role_grant` (`branch_id`,`role`);--> statement-breakpoint
CREATE INDEX `project_published_ix` ON `project` (`state`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `project_review_ix` ON `project` (`state`,`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `project_branch_ix` ON `project` (`branch_id`,`state`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `project_host_employee_ix` ON `project_host` (`employee_id`,`active`);--> statement-breakpoint
CREATE INDEX `project_review_project_ix` ON `project_review` (`project_id`,`decided_at`);--> statement-breakpoint
CREATE INDEX `project_term_project_ix` ON `project_term` (`project_id`);--> statement-breakpoint
CREATE INDEX `session_project_ix` ON `session` (`project_id`,`state`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `session_coming_ix` ON `session` (`state`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `session_city_ix` ON `session` (`state`,`city`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `session_online_ix` ON `session` (`state`,`online`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `signup_queue_ix` ON `signup` (`session_id`,`state`,`number`);--> statement-breakpoint
CREATE INDEX `signup_employee_ix` ON `signup` (`employee_id`,`active`,`session_id`);