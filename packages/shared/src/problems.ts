import { attendanceProblems } from './attendance/problems.ts'
import { awardProblems } from './award/problems.ts'
import { fundProblems } from './fund/problems.ts'
import { certificateProblems } from './certificate/problems.ts'
import { claimProblems } from './claim/problems.ts'
import { fileProblems } from './file/problems.ts'
import { givingProblems } from './giving/problems.ts'
import { coreProblems } from './http/core-problems.ts'
import type { ProblemDefinition } from './http/problem.ts'
import { honourProblems } from './honour/problems.ts'
import { hoursProblems } from './hours/problems.ts'
import { leaveProblems } from './leave/problems.ts'
import { ledgerProblems } from './ledger/problems.ts'
import { payoutProblems } from './payout/problems.ts'
import { peopleProblems } from './people/problems.ts'
import { pointsProblems } from './points/problems.ts'
import { policyProblems } from './policy/problems.ts'
import { projectProblems } from './project/problems.ts'
import { signupProblems } from './signup/problems.ts'
import { statsProblems } from './stats/problems.ts'

/** The one registry of problems: code → status and words in both languages. */
export const problems = {
  ...coreProblems,
  ...peopleProblems,
  ...policyProblems,
  ...fileProblems,
  ...claimProblems,
  ...ledgerProblems,
  ...projectProblems,
  ...fundProblems,
  ...payoutProblems,
  ...signupProblems,
  ...attendanceProblems,
  ...leaveProblems,
  ...hoursProblems,
  ...pointsProblems,
  ...givingProblems,
  ...honourProblems,
  ...awardProblems,
  ...certificateProblems,
  ...statsProblems,
}

export type ProblemCode = keyof typeof problems
/** The values the words of a problem need. */
export type ProblemData<C extends ProblemCode> = (typeof problems)[C] extends ProblemDefinition<infer D> ? D : never
