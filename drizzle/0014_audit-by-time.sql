CREATE INDEX `audit_record_action_ix` ON `audit_record` (`action`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `audit_record_time_ix` ON `audit_record` (`recorded_at`);