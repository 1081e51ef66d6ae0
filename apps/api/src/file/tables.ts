import type { FilePurpose, FileType } from '@yijian/shared/file/shapes'
import { sql } from 'drizzle-orm'
import { bigint, check, index, int, mysqlTable, unique, varchar } from 'drizzle-orm/mysql-core'
import { asciiColumn, bytesColumn, idColumn, instantColumn, wordColumn } from '../core/db/columns.ts'

/** A picture or file in the store (文件). The uploader is an employee; no key points there, since people stand above files. */
export const storedFile = mysqlTable(
  'stored_file',
  {
    id: idColumn('id').primaryKey(),
    /** Where it lies in the store; made of ids. */
    storageKey: asciiColumn('storage_key', { length: 120 }).notNull(),
    /** As a person saves it. */
    name: varchar('name', { length: 200 }).notNull(),
    type: asciiColumn('type', { length: 100 }).$type<FileType>().notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    sha256: asciiColumn('sha256', { length: 64 }).notNull(),
    /** Of pictures only: alike for pictures that look alike from afar, 256 bits in hex. */
    fingerprint: asciiColumn('fingerprint', { length: 64 }),
    /** Of pictures only: 32 × 32 shades of grey, for a closer look; null for those of before it was kept. */
    shades: bytesColumn('shades', { length: 1024 }),
    widthPx: int('width_px'),
    heightPx: int('height_px'),
    purpose: wordColumn<FilePurpose>('purpose').notNull(),
    /** Null for what the system made. */
    uploaderId: idColumn('uploader_id'),
    createdAt: instantColumn('created_at').notNull(),
    /** When it became part of something; until then it may be cleared away. */
    attachedAt: instantColumn('attached_at'),
    removedAt: instantColumn('removed_at'),
  },
  (t) => [
    unique('stored_file_key_uq').on(t.storageKey),
    index('stored_file_same_ix').on(t.uploaderId, t.sha256),
    check('stored_file_kept_ck', sql`attached_at is null or removed_at is null`),
    check('stored_file_picture_ck', sql`(fingerprint is null) = (width_px is null) and (width_px is null) = (height_px is null)`),
  ],
)
