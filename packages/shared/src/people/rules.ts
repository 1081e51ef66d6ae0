import { type Instant, isBefore, shanghaiDay } from '../kernel/time.ts'
import { type Verdict, allowed, firstRefusal, refused } from '../kernel/verdict.ts'

/** First and last day of employment; the last one is null while it is not known. */
export interface Employment {
  hiredOn: string
  leftOn: string | null
}

/** First and last day of a role, and the moment an operator ended it. */
export interface RoleTerm {
  startsOn: string
  endsOn: string | null
  endedAt: Instant | null
}

/** Both the first and the last day belong to the employment. */
export function employedOn(person: Employment, day: string): boolean {
  return person.hiredOn <= day && !leftBefore(person, day)
}

function leftBefore(person: Employment, day: string): boolean {
  return person.leftOn !== null && person.leftOn < day
}

/** Whether a role counts at an instant: its days are days in Shanghai, but an ended one stops at once. */
export function roleHeldAt(term: RoleTerm, at: Instant): boolean {
  const day = shanghaiDay(at)
  const withinDays = term.startsOn <= day && (term.endsOn === null || day <= term.endsOn)
  return withinDays && (term.endedAt === null || isBefore(at, term.endedAt))
}

/** Only who is employed on the day may log in; who starts tomorrow is not known yet. */
export function canLogIn(person: Employment, day: string): Verdict<'employee-unknown' | 'employee-left'> {
  if (person.hiredOn > day) return refused('employee-unknown')
  return notLeft(person, day)
}

function notLeft(person: Employment, day: string): Verdict<'employee-left'> {
  return leftBefore(person, day) ? refused('employee-left', { leftOn: person.leftOn }) : allowed
}

export interface GrantFacts {
  /** Null when the system gives the role. */
  granterId: string | null
  employee: Employment & { id: string }
  role: string
  branchId: string | null
  startsOn: string
  endsOn: string | null
  /** What the person was given before. */
  grants: readonly (RoleTerm & { role: string; branchId: string | null })[]
}

type GrantRefusal = 'own-role' | 'role-needs-branch' | 'employee-left' | 'role-held-already'

/** A second person gives roles; the same role runs once at a time. */
export function canGrantRole(facts: GrantFacts): Verdict<GrantRefusal> {
  const needsBranch = facts.role === 'branch-lead'
  const held = facts.grants.find(
    (grant) => grant.endedAt === null && grant.role === facts.role && grant.branchId === facts.branchId && sharesDays(grant, facts),
  )
  return firstRefusal<GrantRefusal>(
    facts.granterId === facts.employee.id ? refused('own-role') : allowed,
    needsBranch === (facts.branchId !== null) ? allowed : refused('role-needs-branch', { role: facts.role }),
    notLeft(facts.employee, facts.startsOn),
    held === undefined ? allowed : refused('role-held-already', { since: held.startsOn }),
  )
}

interface Days {
  startsOn: string
  endsOn: string | null
}

function sharesDays(a: Days, b: Days): boolean {
  return (a.endsOn === null || b.startsOn <= a.endsOn) && (b.endsOn === null || a.startsOn <= b.endsOn)
}

/** The last day is recorded once; a later correction comes with the file of the HR system. */
export function canRecordDeparture(person: Employment, leftOn: string): Verdict<'departure-too-early' | 'departure-recorded'> {
  return firstRefusal<'departure-too-early' | 'departure-recorded'>(
    person.leftOn === null ? allowed : refused('departure-recorded', { leftOn: person.leftOn }),
    leftOn < person.hiredOn ? refused('departure-too-early', { hiredOn: person.hiredOn }) : allowed,
  )
}
