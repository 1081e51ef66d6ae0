import type { Ctx } from '@yijian/api/core/context'
import { moveFundProject } from '@yijian/api/fund/move-fund-project'
import { recommendFundProject } from '@yijian/api/fund/recommend-fund-project'
import type { FundMoveInput, FundProjectDraft } from '@yijian/shared/fund/shapes'
import { makeEmployees } from './people.ts'
import { as } from './projects.ts'

export const fundDraft: FundProjectDraft = {
  name: '山区儿童营养午餐',
  field: 'education-aid',
  city: '毕节',
  summary: '让山区孩子在学校吃上热乎的午餐',
  story: '很多孩子每天步行一小时上学，中午只有冷饭。',
  effect: '20 份热午餐',
  charity: '贵州省青年志愿服务基金会',
  charityCode: '53520000MJR1234560',
  charityAccount: '工商银行贵阳分行 2402 0012 3456',
  coverFileId: null,
  targetFen: 50_000_000,
  reportEveryDays: 180,
}

/** Two operators, an auditor and an employee, each ready to act. */
export async function fundPeople(ctx: Ctx) {
  const people = await makeEmployees(ctx, 4)
  const [one, two, auditor, employee] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0], (typeof people)[0]]
  return {
    one,
    two,
    asOne: as(ctx, one, 'operator'),
    asTwo: as(ctx, two, 'operator'),
    asAuditor: as(ctx, auditor, 'auditor'),
    asEmployee: as(ctx, employee),
  }
}

/** The check of a charity as a draft names it. */
export function checkOf({ charity, charityCode, charityAccount }: FundProjectDraft): FundMoveInput {
  return { move: 'check', charityShown: { charity, charityCode, charityAccount } }
}

/** A fund project brought in by one operator, checked by the other and listed. */
export async function listedFund(people: Awaited<ReturnType<typeof fundPeople>>, over: Partial<FundProjectDraft> = {}): Promise<string> {
  const draft = { ...fundDraft, ...over }
  const { id } = await recommendFundProject(people.asOne, draft)
  await moveFundProject(people.asTwo, id, checkOf(draft))
  await moveFundProject(people.asTwo, id, { move: 'list' })
  return id
}
