import * as z from 'zod/mini'
import { id } from '../kernel/id.ts'
import { day, field, instant, named, text, whole } from '../kernel/zod.ts'
import { role } from './roles.ts'

export const branchKinds = ['region', 'department', 'field'] as const
export const employmentTypes = ['regular', 'other'] as const
export const sexes = ['male', 'female', 'unknown'] as const
export const ageBands = ['under-30', '30-50', 'over-50'] as const
export const levels = ['manager', 'other'] as const

export const employeeNo = field(z.string().check(z.trim(), z.regex(/^[A-Za-z0-9_-]{1,32}$/)), 'Staff number of the HR system', 'E10086')

/** A branch (分会): by region, department or field. */
export const branch = named(
  'Branch',
  'A branch of the volunteering programme: by region, department or field',
  z.object({
    id: id('branch'),
    code: field(z.string().check(z.regex(/^[a-z0-9-]{1,32}$/)), 'Short name used in import files', 'shenzhen'),
    name: field(text(40), 'Name as people read it', '深圳分会'),
    kind: z.enum(branchKinds),
  }),
)
export type Branch = z.infer<typeof branch>

export const createBranchInput = z.object({ code: branch.shape.code, name: branch.shape.name, kind: branch.shape.kind })
export type CreateBranchInput = z.infer<typeof createBranchInput>

/** As much of a colleague as another person may see. */
export const personRef = named(
  'PersonRef',
  'As much of a colleague as another employee may see',
  z.object({ id: id('employee'), name: z.string(), department: z.string() }),
)
export type PersonRef = z.infer<typeof personRef>

export const employee = named(
  'Employee',
  'A person of the HR system',
  z.object({
    id: id('employee'),
    employeeNo,
    name: field(text(64), 'Name', '陈小禾'),
    department: field(text(64), 'Department', '技术工程'),
    city: field(text(32), 'Office city', '深圳'),
    region: field(text(32), 'Region', '华南'),
    employmentType: z.enum(employmentTypes),
    level: z.enum(levels),
    sex: z.enum(sexes),
    ageBand: z.enum(ageBands),
    hiredOn: day,
    leftOn: field(z.nullable(day), 'Last day of employment; null while employed'),
  }),
)
export type Employee = z.infer<typeof employee>

export const roleGrant = named(
  'RoleGrant',
  'A role held from one day to another',
  z.object({
    id: id('roleGrant'),
    employee: personRef,
    role,
    branch: field(z.nullable(branch), 'Only for branch leads'),
    startsOn: day,
    endsOn: field(z.nullable(day), 'Last day that was agreed; null for no end'),
    endedAt: field(z.nullable(instant), 'When an operator ended it; it stopped to work at once'),
  }),
)
export type RoleGrant = z.infer<typeof roleGrant>

export const grantRoleInput = z
  .object({
    employeeId: id('employee'),
    role,
    branchId: z.optional(id('branch')),
    startsOn: day,
    endsOn: z.optional(day),
  })
  .check(z.refine((given) => given.endsOn === undefined || given.startsOn <= given.endsOn, { path: ['endsOn'] }))
export type GrantRoleInput = z.infer<typeof grantRoleInput>

/** The person who is logged in, with what they may do. */
export const me = named(
  'Me',
  'The person who is logged in: profile, branches, roles and whether they host a project',
  z.object({
    employee,
    branches: z.array(branch),
    roles: z.array(z.object({ role, branchId: z.nullable(id('branch')) })),
    isHost: z.boolean(),
    wechatBound: z.boolean(),
  }),
)
export type Me = z.infer<typeof me>

export const login = named(
  'Login',
  'A login: a short access token and a refresh token that changes at each use',
  z.object({
    accessToken: z.string(),
    accessExpiresAt: instant,
    refreshToken: z.string(),
    refreshExpiresAt: instant,
    me,
  }),
)
export type Login = z.infer<typeof login>

export const persona = named(
  'Persona',
  'A made-up person to log in as; exists in demo mode only',
  z.object({ id: id('employee'), name: z.string(), department: z.string(), part: z.object({ zh: z.string(), en: z.string() }) }),
)
export type Persona = z.infer<typeof persona>

export const bindCode = named(
  'BindCode',
  'A one-time code that binds a WeChat account to an employee',
  z.object({ code: field(z.string(), 'Eight characters, shown once', 'K7QM2XRP'), expiresAt: instant }),
)
export type BindCode = z.infer<typeof bindCode>

export const importResult = named(
  'EmployeeImportResult',
  'What an import of employees did; it takes all rows or none',
  z.object({
    id: id('importRun'),
    rows: whole(0),
    added: whole(0),
    changed: whole(0),
    unchanged: whole(0),
    left: field(whole(0), 'People whose last day is now known'),
    ignoredColumns: field(z.array(z.string()), 'Headings of the file that are not read, and not kept'),
  }),
)
export type ImportResult = z.infer<typeof importResult>
