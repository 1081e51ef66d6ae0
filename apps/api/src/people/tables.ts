import type { Bilingual } from '@yijian/shared/kernel/language'
import type { Role } from '@yijian/shared/people/roles'
import type { Branch, Employee } from '@yijian/shared/people/shapes'
import { sql } from 'drizzle-orm'
import { check, index, int, mysqlTable, primaryKey, unique, varchar } from 'drizzle-orm/mysql-core'
import { asciiColumn, dayColumn, idColumn, instantColumn, jsonColumn, wordColumn } from '../core/db/columns.ts'

/** A person of the HR system (员工). Leaving sets a day; the row and the ledger stay. */
export const employee = mysqlTable(
  'employee',
  {
    id: idColumn('id').primaryKey(),
    employeeNo: asciiColumn('employee_no', { length: 32 }).notNull(),
    /** The user id in WeCom, in small letters since WeCom does not tell them apart; mostly the staff number. */
    wecomUserId: asciiColumn('wecom_user_id', { length: 64 }).notNull(),
    name: varchar('name', { length: 64 }).notNull(),
    department: varchar('department', { length: 64 }).notNull(),
    city: varchar('city', { length: 32 }).notNull(),
    region: varchar('region', { length: 32 }).notNull(),
    employmentType: wordColumn<Employee['employmentType']>('employment_type').notNull(),
    level: wordColumn<Employee['level']>('level').notNull(),
    sex: wordColumn<Employee['sex']>('sex').notNull(),
    ageBand: wordColumn<Employee['ageBand']>('age_band').notNull(),
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
    kind: wordColumn<Branch['kind']>('kind').notNull(),
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

/** A WeChat account bound to an employee; bindings that ended stay as history. */
export const wechatBinding = mysqlTable(
  'wechat_binding',
  {
    id: idColumn('id').primaryKey(),
    openid: asciiColumn('openid', { length: 64 }).notNull(),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    /** 1 while bound, null afterwards. */
    active: int('active'),
    boundAt: instantColumn('bound_at').notNull(),
    endedAt: instantColumn('ended_at'),
  },
  (t) => [
    // One to one while it lasts: an openid logs in one person, a person has one openid.
    unique('wechat_binding_openid_uq').on(t.openid, t.active),
    unique('wechat_binding_employee_uq').on(t.employeeId, t.active),
    check('wechat_binding_active_ck', sql`(active is null) = (ended_at is not null)`),
  ],
)

/** A one-time code to bind a WeChat account; only a keyed hash is kept. */
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

/** Every refresh token a login ever had, as a hash: one that comes again after its turn was stolen. */
export const refreshToken = mysqlTable(
  'refresh_token',
  {
    tokenHash: asciiColumn('token_hash', { length: 64 }).primaryKey(),
    loginId: idColumn('login_id')
      .notNull()
      .references(() => login.id),
    issuedAt: instantColumn('issued_at').notNull(),
    usedAt: instantColumn('used_at'),
    /** With the token itself it gives the pair that followed, so that a lost answer can be repeated. */
    salt: asciiColumn('salt', { length: 43 }).notNull(),
  },
  (t) => [index('refresh_token_login_ix').on(t.loginId)],
)

/** A login that a computer asks for and a phone gives (扫码登录电脑). Both texts are kept as hashes; neither tells the other. */
export const loginHandOff = mysqlTable(
  'login_hand_off',
  {
    id: idColumn('id').primaryKey(),
    /** Of what the screen shows and the phone scans. */
    codeHash: asciiColumn('code_hash', { length: 64 }).notNull(),
    /** Of what only the waiting browser knows: whoever photographs the screen cannot fetch the login. */
    secretHash: asciiColumn('secret_hash', { length: 64 }).notNull(),
    browser: varchar('browser', { length: 80 }).notNull(),
    state: wordColumn<'waiting' | 'cancelled' | 'confirmed' | 'fetched'>('state').notNull(),
    askedAt: instantColumn('asked_at').notNull(),
    expiresAt: instantColumn('expires_at').notNull(),
    /** The login of the phone that confirmed or cancelled; it must still run when the computer fetches its own. */
    decidedBy: idColumn('decided_by').references(() => login.id),
    decidedAt: instantColumn('decided_at'),
    /** The login the computer got. */
    loginId: idColumn('login_id').references(() => login.id),
  },
  (t) => [
    unique('login_hand_off_code_uq').on(t.codeHash),
    unique('login_hand_off_secret_uq').on(t.secretHash),
    // One login for one hand-off.
    unique('login_hand_off_login_uq').on(t.loginId),
    index('login_hand_off_age_ix').on(t.expiresAt),
    check('login_hand_off_state_ck', sql`state in ('waiting', 'cancelled', 'confirmed', 'fetched')`),
    check('login_hand_off_decided_ck', sql`(state = 'waiting') = (decided_at is null) and (decided_by is null) = (decided_at is null)`),
    check('login_hand_off_fetched_ck', sql`(state = 'fetched') = (login_id is not null)`),
  ],
)

/** A web login by WeCom that a browser began: its state works once, and only with the secret of that browser. */
export const webLoginState = mysqlTable(
  'web_login_state',
  {
    /** The state is itself the hash of the browser's secret. */
    state: asciiColumn('state', { length: 64 }).primaryKey(),
    expiresAt: instantColumn('expires_at').notNull(),
    usedAt: instantColumn('used_at'),
  },
  (t) => [index('web_login_state_age_ix').on(t.expiresAt)],
)

/** One import of employees; the file itself is not kept, its hash is. */
export const importRun = mysqlTable(
  'import_run',
  {
    id: idColumn('id').primaryKey(),
    fileHash: asciiColumn('file_hash', { length: 64 }).notNull(),
    rows: int('rows').notNull(),
    added: int('added').notNull(),
    changed: int('changed').notNull(),
    left: int('left_count').notNull(),
    /** Null when the system imported. */
    importedBy: idColumn('imported_by'),
    importedAt: instantColumn('imported_at').notNull(),
    /** 1 while it runs, null when done. */
    running: int('running'),
  },
  // The second import waits for the first, so that two files at once cannot add a person twice.
  (t) => [unique('import_run_one_at_a_time_uq').on(t.running)],
)

/** A made-up person of the demo to log in as; empty outside demo mode. */
export const persona = mysqlTable('persona', {
  employeeId: idColumn('employee_id')
    .primaryKey()
    .references(() => employee.id),
  part: jsonColumn<Bilingual>('part').notNull(),
  position: int('position').notNull(),
})
