-- Each server drops a CHECK by a word of its own: MySQL before 8.0.19 knows only the first, MariaDB only the second.
ALTER TABLE `honour_consent` /*!80016 DROP CHECK `honour_consent_field_ck` */ /*M!100200 DROP CONSTRAINT `honour_consent_field_ck` */;--> statement-breakpoint
ALTER TABLE `honour_consent` ADD CONSTRAINT `honour_consent_field_ck` CHECK (field in ('hours', 'sessions', 'badges', 'hosting', 'donated', 'leader'));
