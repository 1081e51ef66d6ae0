DROP INDEX `ledger_journal_recorded_ix` ON `ledger_journal`;--> statement-breakpoint
CREATE INDEX `ledger_journal_recorded_ix` ON `ledger_journal` (`recorded_at`,`served_on`);