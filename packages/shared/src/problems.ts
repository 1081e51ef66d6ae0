import { attendanceProblems } from './attendance/problems.ts'
import { fundProblems } from './fund/problems.ts'
import { fileProblems } from './file/problems.ts'
import { coreProblems } from './http/core-problems.ts'
import type { ProblemDefinition } from './http/problem.ts'
import { hoursProblems } from './hours/problems.ts'
import { ledgerProblems } from './ledger/problems.ts'
import { peopleProblems } from './people/problems.ts'
import { policyProblems } from './policy/problems.ts'
import { projectProblems } from './project/problems.ts'
import { signupProblems } from './signup/problems.ts'

/** The one registry of problems: code → status and words in both languages. */
export const problems = {
  ...coreProblems,
  ...peopleProblems,
  ...policyProblems,
  ...fileProblems,
  ...ledgerProblems,
  ...projectProblems,
  ...fundProblems,
  ...signupProblems,
  ...attendanceProblems,
  ...hoursProblems,
}

export type ProblemCode = keyof typeof problems
/** The values the words of a problem need. */
export type ProblemData<C extends ProblemCode> = (typeof problems)[C] extends ProblemDefinition<infer D> ? D : never
