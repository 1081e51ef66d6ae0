CREATE TABLE `award_cycle` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`year` smallint NOT NULL,
	`places` smallint NOT NULL,
	`min_scores` smallint NOT NULL,
	`innovation_share` smallint NOT NULL,
	`impact_share` smallint NOT NULL,
	`uniqueness_share` smallint NOT NULL,
	`sustainability_share` smallint NOT NULL,
	`nomination_opens_on` date NOT NULL,
	`nomination_closes_on` date NOT NULL,
	`frozen_on` date NOT NULL,
	`scoring_closes_on` date NOT NULL,
	`publicity_days` smallint NOT NULL,
	`state` varchar(24) NOT NULL,
	`publicity_ends_at` datetime(3),
	`published_at` datetime(3),
	`announced_at` datetime(3) NOT NULL,
	CONSTRAINT `award_cycle_id` PRIMARY KEY(`id`),
	CONSTRAINT `award_cycle_year_uq` UNIQUE(`year`),
	CONSTRAINT `award_cycle_state_ck` CHECK(state in ('announced', 'publicity', 'published')),
	CONSTRAINT `award_cycle_weights_ck` CHECK(innovation_share + impact_share + uniqueness_share + sustainability_share = 100),
	CONSTRAINT `award_cycle_published_ck` CHECK((state = 'published') = (published_at is not null))
);
--> statement-breakpoint
CREATE TABLE `award_judge` (
	`cycle_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `award_judge_cycle_id_employee_id_pk` PRIMARY KEY(`cycle_id`,`employee_id`)
);
--> statement-breakpoint
CREATE TABLE `award_leader` (
	`nomination_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`cycle_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`employee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`place` int NOT NULL,
	`mean_thousandths` int NOT NULL,
	`reason` varchar(500) NOT NULL,
	`state` varchar(24) NOT NULL,
	CONSTRAINT `award_leader_nomination_id` PRIMARY KEY(`nomination_id`),
	CONSTRAINT `award_leader_person_uq` UNIQUE(`cycle_id`,`employee_id`),
	CONSTRAINT `award_leader_state_ck` CHECK(state in ('listed', 'removed', 'published'))
);
--> statement-breakpoint
CREATE TABLE `award_objection` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`nomination_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`by_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`reason` varchar(1000) NOT NULL,
	`state` varchar(24) NOT NULL,
	`decision` varchar(500),
	`decided_by` varchar(17) character set ascii collate ascii_bin,
	`raised_at` datetime(3) NOT NULL,
	`decided_at` datetime(3),
	CONSTRAINT `award_objection_id` PRIMARY KEY(`id`),
	CONSTRAINT `award_objection_by_uq` UNIQUE(`nomination_id`,`by_id`),
	CONSTRAINT `award_objection_decided_ck` CHECK((state = 'open') = (decided_at is null))
);
--> statement-breakpoint
CREATE TABLE `judge_conflict` (
	`nomination_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`judge_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`reason` varchar(300) NOT NULL,
	`declared_at` datetime(3) NOT NULL,
	CONSTRAINT `judge_conflict_nomination_id_judge_id_pk` PRIMARY KEY(`nomination_id`,`judge_id`)
);
--> statement-breakpoint
CREATE TABLE `nomination` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`cycle_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`nominee_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`nominator_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`kind` varchar(24) NOT NULL,
	`branch_id` varchar(17) character set ascii collate ascii_bin,
	`reason` varchar(1000) NOT NULL,
	`state` varchar(24) NOT NULL,
	`dossier` json,
	`nominated_at` datetime(3) NOT NULL,
	`answered_at` datetime(3),
	CONSTRAINT `nomination_id` PRIMARY KEY(`id`),
	CONSTRAINT `nomination_nominee_uq` UNIQUE(`cycle_id`,`nominee_id`),
	CONSTRAINT `nomination_state_ck` CHECK(state in ('proposed', 'accepted', 'declined')),
	CONSTRAINT `nomination_self_ck` CHECK((kind = 'self') = (nominator_id = nominee_id)),
	CONSTRAINT `nomination_branch_ck` CHECK((kind = 'branch') = (branch_id is not null))
);
--> statement-breakpoint
CREATE TABLE `nomination_score` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`nomination_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`judge_id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`innovation` smallint NOT NULL,
	`impact` smallint NOT NULL,
	`uniqueness` smallint NOT NULL,
	`sustainability` smallint NOT NULL,
	`comment` varchar(500) NOT NULL,
	`scored_at` datetime(3) NOT NULL,
	CONSTRAINT `nomination_score_id` PRIMARY KEY(`id`),
	CONSTRAINT `nomination_score_judge_uq` UNIQUE(`nomination_id`,`judge_id`),
	CONSTRAINT `nomination_score_marks_ck` CHECK(innovation between 1 and 10 and impact between 1 and 10 and uniqueness between 1 and 10 and sustainability between 1 and 10)
);
--> statement-breakpoint
ALTER TABLE `award_judge` ADD CONSTRAINT `award_judge_cycle_id_award_cycle_id_fk` FOREIGN KEY (`cycle_id`) REFERENCES `award_cycle`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `award_judge` ADD CONSTRAINT `award_judge_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `award_leader` ADD CONSTRAINT `award_leader_nomination_id_nomination_id_fk` FOREIGN KEY (`nomination_id`) REFERENCES `nomination`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `award_leader` ADD CONSTRAINT `award_leader_cycle_id_award_cycle_id_fk` FOREIGN KEY (`cycle_id`) REFERENCES `award_cycle`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `award_leader` ADD CONSTRAINT `award_leader_employee_id_employee_id_fk` FOREIGN KEY (`employee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `award_objection` ADD CONSTRAINT `award_objection_nomination_id_award_leader_nomination_id_fk` FOREIGN KEY (`nomination_id`) REFERENCES `award_leader`(`nomination_id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `award_objection` ADD CONSTRAINT `award_objection_by_id_employee_id_fk` FOREIGN KEY (`by_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `award_objection` ADD CONSTRAINT `award_objection_decided_by_employee_id_fk` FOREIGN KEY (`decided_by`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `judge_conflict` ADD CONSTRAINT `judge_conflict_nomination_id_nomination_id_fk` FOREIGN KEY (`nomination_id`) REFERENCES `nomination`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `judge_conflict` ADD CONSTRAINT `judge_conflict_judge_id_employee_id_fk` FOREIGN KEY (`judge_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `nomination` ADD CONSTRAINT `nomination_cycle_id_award_cycle_id_fk` FOREIGN KEY (`cycle_id`) REFERENCES `award_cycle`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `nomination` ADD CONSTRAINT `nomination_nominee_id_employee_id_fk` FOREIGN KEY (`nominee_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `nomination` ADD CONSTRAINT `nomination_nominator_id_employee_id_fk` FOREIGN KEY (`nominator_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `nomination` ADD CONSTRAINT `nomination_branch_id_branch_id_fk` FOREIGN KEY (`branch_id`) REFERENCES `branch`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `nomination_score` ADD CONSTRAINT `nomination_score_nomination_id_nomination_id_fk` FOREIGN KEY (`nomination_id`) REFERENCES `nomination`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `nomination_score` ADD CONSTRAINT `nomination_score_judge_id_employee_id_fk` FOREIGN KEY (`judge_id`) REFERENCES `employee`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `award_judge_employee_ix` ON `award_judge` (`employee_id`);--> statement-breakpoint
CREATE INDEX `award_leader_employee_ix` ON `award_leader` (`employee_id`,`state`);--> statement-breakpoint
CREATE INDEX `nomination_nominee_ix` ON `nomination` (`nominee_id`);--> statement-breakpoint
CREATE INDEX `nomination_nominator_ix` ON `nomination` (`nominator_id`);