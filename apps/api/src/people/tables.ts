import { sql } from 'drizzle-orm'
import { check, index, int, mysqlTable, primaryKey, unique, varchar } from 'drizzle-orm/mysql-core'
import { asciiColumn, dayColumn, idColumn, instantColumn, wordColumn } from '../core/db/columns.ts'
import type { Role } from '@yijian/shared/people/roles'

/** A person of the HR system (员工). Leaving sets a day; the row and the ledger stay. */
export const employee = mysqlTable(
  'employee',
  {
    id: idColumn('id').primaryKey(),
    employeeNo: asciiColumn('employee_no', { length: 32 }).notNull(),
    /** The userid in WeCom; HR systems use the staff number for it. */
    wecomUserId: asciiColumn('wecom_user_id', { length: 64 }).notNull(),
    name: varchar('name', { length: 64 }).notNull(),
    department: varchar('department', { length: 64 }).notNull(),
    city: varchar('city', { length: 32 }).notNull(),
    region: varchar('region', { length: 32 }).notNull(),
    employmentType: wordColumn<'regular' | 'other'>('employment_type').notNull(),
    level: wordColumn<'manager' | 'other'>('level').notNull(),
    sex: wordColumn<'male' | 'female' | 'unknown'>('sex').notNull(),
    ageBand: wordColumn<'under-30' | '30-50' | 'over-50'>('age_band').notNull(),
    hiredOn: dayColumn('hired_on').notNull(),
    leftOn: dayColumn('left_on'),
    changedAt: instantColumn('changed_at').notNull(),
  },
  (t) => [
    // One person, one staff number: imports find people by it.
    unique('employee_no_uq').on(t.employeeNo),
    unique('employee_wecom_uq').on(t.wecomUserId),
    index('employee_department_ix').on(t.department),
    check('employee_days_ck', sql`left_on is null or left_on >= hired_on`),
  ],
)

/** A branch (分会) of one of three kinds. */
export const branch = mysqlTable(
  'branch',
  {
    id: idColumn('id').primaryKey(),
    code: asciiColumn('code', { length: 32 }).notNull(),
    name: varchar('name', { length: 40 }).notNull(),
    kind: wordColumn<'region' | 'department' | 'field'>('kind').notNull(),
    openedAt: instantColumn('opened_at').notNull(),
  },
  (t) => [unique('branch_code_uq').on(t.code), index('branch_name_ix').on(t.name)],
)

/** A person may be in several branches; hours count once for the company and once in each branch view. */
export const branchMember = mysqlTable(
  'branch_member',
  {
    branchId: idColumn('branch_id')
      .notNull()
      .references(() => branch.id),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    joinedAt: instantColumn('joined_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.employeeId, t.branchId] }), index('branch_member_branch_ix').on(t.branchId)],
)

/** A role from one day to another; `endedAt` stops it at once. */
export const roleGrant = mysqlTable(
  'role_grant',
  {
    id: idColumn('id').primaryKey(),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    role: wordColumn<Role>('role').notNull(),
    branchId: idColumn('branch_id').references(() => branch.id),
    startsOn: dayColumn('starts_on').notNull(),
    endsOn: dayColumn('ends_on'),
    endedAt: instantColumn('ended_at'),
    grantedBy: idColumn('granted_by'),
    grantedAt: instantColumn('granted_at').notNull(),
  },
  (t) => [
    index('role_grant_employee_ix').on(t.employeeId),
    index('role_grant_branch_ix').on(t.branchId, t.role),
    check('role_grant_days_ck', sql`ends_on is null or ends_on >= starts_on`),
    // Branch leads lead one branch; every other role is for the company.
    check('role_grant_branch_ck', sql`(role = 'branch-lead') = (branch_id is not null)`),
  ],
)

/** A WeChat account bound to an employee, one to one. */
export const wechatBinding = mysqlTable(
  'wechat_binding',
  {
    openid: asciiColumn('openid', { length: 64 }).primaryKey(),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    boundAt: instantColumn('bound_at').notNull(),
  },
  (t) => [unique('wechat_binding_employee_uq').on(t.employeeId)],
)

/** A one-time code to bind a WeChat account; only its hash is kept. */
export const bindCode = mysqlTable(
  'bind_code',
  {
    id: idColumn('id').primaryKey(),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    codeHash: asciiColumn('code_hash', { length: 64 }).notNull(),
    expiresAt: instantColumn('expires_at').notNull(),
    usedAt: instantColumn('used_at'),
    givenBy: idColumn('given_by').notNull(),
    givenAt: instantColumn('given_at').notNull(),
  },
  (t) => [unique('bind_code_hash_uq').on(t.codeHash), index('bind_code_employee_ix').on(t.employeeId)],
)

/** A login on one device, never a session (场次). Tokens are kept as hashes only. */
export const login = mysqlTable(
  'login',
  {
    id: idColumn('id').primaryKey(),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    means: wordColumn<'wecom' | 'wechat' | 'demo'>('means').notNull(),
    accessHash: asciiColumn('access_hash', { length: 64 }).notNull(),
    accessExpiresAt: instantColumn('access_expires_at').notNull(),
    refreshExpiresAt: instantColumn('refresh_expires_at').notNull(),
    startedAt: instantColumn('started_at').notNull(),
    endedAt: instantColumn('ended_at'),
  },
  (t) => [unique('login_access_uq').on(t.accessHash), index('login_employee_ix').on(t.employeeId, t.endedAt)],
)

/** Every refresh token a login ever had: one that comes twice was stolen, and ends the login. */
export const refreshToken = mysqlTable(
  'refresh_token',
  {
    tokenHash: asciiColumn('token_hash', { length: 64 }).primaryKey(),
    loginId: idColumn('login_id')
      .notNull()
      .references(() => login.id),
    usedAt: instantColumn('used_at'),
    issuedAt: instantColumn('issued_at').notNull(),
  },
  (t) => [index('refresh_token_login_ix').on(t.loginId)],
)

/** One import of employees; the file itself is not kept, its hash is. */
export const importRun = mysqlTable('import_run', {
  id: idColumn('id').primaryKey(),
  fileHash: asciiColumn('file_hash', { length: 64 }).notNull(),
  rows: int('rows').notNull(),
  added: int('added').notNull(),
  changed: int('changed').notNull(),
  left: int('left_count').notNull(),
  importedBy: idColumn('imported_by').notNull(),
  importedAt: instantColumn('imported_at').notNull(),
})
