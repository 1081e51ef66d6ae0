CREATE TABLE `login_hand_off` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`code_hash` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`secret_hash` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`browser` varchar(80) NOT NULL,
	`state` varchar(24) NOT NULL,
	`asked_at` datetime(3) NOT NULL,
	`expires_at` datetime(3) NOT NULL,
	`decided_by` varchar(17) character set ascii collate ascii_bin,
	`decided_at` datetime(3),
	`login_id` varchar(17) character set ascii collate ascii_bin,
	CONSTRAINT `login_hand_off_id` PRIMARY KEY(`id`),
	CONSTRAINT `login_hand_off_code_uq` UNIQUE(`code_hash`),
	CONSTRAINT `login_hand_off_secret_uq` UNIQUE(`secret_hash`),
	CONSTRAINT `login_hand_off_login_uq` UNIQUE(`login_id`),
	CONSTRAINT `login_hand_off_state_ck` CHECK(state in ('waiting', 'cancelled', 'confirmed', 'fetched')),
	CONSTRAINT `login_hand_off_decided_ck` CHECK((state = 'waiting') = (decided_at is null) and (decided_by is null) = (decided_at is null)),
	CONSTRAINT `login_hand_off_fetched_ck` CHECK((state = 'fetched') = (login_id is not null))
);
--> statement-breakpoint
CREATE TABLE `web_login_state` (
	`state` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`expires_at` datetime(3) NOT NULL,
	`used_at` datetime(3),
	CONSTRAINT `web_login_state_state` PRIMARY KEY(`state`)
);
--> statement-breakpoint
ALTER TABLE `login_hand_off` ADD CONSTRAINT `login_hand_off_decided_by_login_id_fk` FOREIGN KEY (`decided_by`) REFERENCES `login`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `login_hand_off` ADD CONSTRAINT `login_hand_off_login_id_login_id_fk` FOREIGN KEY (`login_id`) REFERENCES `login`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `login_hand_off_age_ix` ON `login_hand_off` (`expires_at`);--> statement-breakpoint
CREATE INDEX `web_login_state_age_ix` ON `web_login_state` (`expires_at`);