import type { Actor, Ctx } from '@yijian/api/core/context'
import { authenticate } from '@yijian/api/people/index'
import { handlers } from '@yijian/api/server'
import type { ClockedApp } from './clocked.ts'

export type Person = Extract<Actor, { kind: 'employee' }>

/** The people of a made-up company, each logged in once, when first needed. */
export interface Cast {
  person: (employeeNo: string) => Promise<Person>
  /** A context for this person at the present place of the clock. */
  as: (employeeNo: string) => Promise<Ctx>
}

/** Casts that tell one story with several clocks share who is logged in. */
export function createCast(clocked: ClockedApp, known = new Map<string, Person>()): Cast {
  const person = async (employeeNo: string): Promise<Person> => {
    const before = known.get(employeeNo)
    if (before !== undefined) return before
    const actor = await logIn(clocked, employeeNo)
    known.set(employeeNo, actor)
    return actor
  }
  return { person, as: async (employeeNo) => clocked.as(await person(employeeNo)) }
}

/** Through WeCom and the token, as a request of theirs would arrive. */
async function logIn(clocked: ClockedApp, employeeNo: string): Promise<Person> {
  const { accessToken } = await handlers.logInByWeCom(clocked.as({ kind: 'anonymous' }), { body: { code: employeeNo } })
  const actor = (await authenticate(clocked.app, accessToken))?.actor
  if (actor?.kind !== 'employee') throw new Error(`${employeeNo} could not log in`)
  return actor
}
