ALTER TABLE `leave_allowance` ADD `lapsed_at` datetime(3);--> statement-breakpoint
ALTER TABLE `leave_allowance` ADD CONSTRAINT `leave_allowance_lapsed_ck` CHECK (lapsed_at is null or year(lapsed_at + interval 8 hour) > `year`);--> statement-breakpoint
UPDATE `leave_allowance` `former` JOIN `leave_allowance` `later` ON `later`.`employee_id` = `former`.`employee_id` AND `later`.`year` = `former`.`year` + 1 SET `former`.`lapsed_at` = `later`.`granted_at`;
