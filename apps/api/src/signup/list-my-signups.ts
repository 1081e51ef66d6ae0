import type { Page } from '@yijian/shared/http/page'
import { toDate } from '@yijian/shared/kernel/time'
import type { MySignup } from '@yijian/shared/signup/shapes'
import * as z from 'zod/mini'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { toSessionCard } from '../project/index.ts'
import { selectMySignups, toSignup } from './read.ts'

export interface MySignupQuery {
  when: 'coming' | 'past'
  cursor?: string | undefined
  limit: number
}

const cursorShape = z.tuple([z.iso.datetime(), z.string()])

/** The person's places and waits ahead, soonest first; or all that is over, given back ones too, newest first. */
export async function listMySignups(ctx: Ctx, { when, cursor, limit }: MySignupQuery): Promise<Page<MySignup>> {
  const { employeeId } = requireEmployee(ctx)
  const from = cursor === undefined ? undefined : readCursor(cursor, cursorShape)
  const rows = await selectMySignups(ctx, employeeId, { when, limit: limit + 1, from: from && [toDate(from[0]), from[1]] })
  return pageOf(rows, limit, {
    item: ({ signup, waitlistPosition, ...card }) => ({ signup: toSignup(signup, waitlistPosition), session: toSessionCard(card) }),
    cursor: (row) => [row.startsAt.toISOString(), row.signup.id],
  })
}
