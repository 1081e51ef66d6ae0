CREATE TABLE `stored_file` (
	`id` varchar(17) character set ascii collate ascii_bin NOT NULL,
	`storage_key` varchar(120) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(200) NOT NULL,
	`type` varchar(100) character set ascii collate ascii_bin NOT NULL,
	`size_bytes` bigint NOT NULL,
	`sha256` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`fingerprint` varchar(64) character set ascii collate ascii_bin,
	`width_px` int,
	`height_px` int,
	`purpose` varchar(24) NOT NULL,
	`uploader_id` varchar(17) character set ascii collate ascii_bin,
	`created_at` datetime(3) NOT NULL,
	`attached_at` datetime(3),
	`removed_at` datetime(3),
	CONSTRAINT `stored_file_id` PRIMARY KEY(`id`),
	CONSTRAINT `stored_file_key_uq` UNIQUE(`storage_key`),
	CONSTRAINT `stored_file_kept_ck` CHECK(attached_at is null or removed_at is null),
	CONSTRAINT `stored_file_picture_ck` CHECK((fingerprint is null) = (width_px is null) and (width_px is null) = (height_px is null))
);
--> statement-breakpoint
CREATE INDEX `stored_file_same_ix` ON `stored_file` (`uploader_id`,`sha256`);
