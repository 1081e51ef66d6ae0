import { contract } from '@yijian/shared/contract'
import { ProblemError } from '@yijian/shared/http/problem'
import { expect, it } from 'vitest'
import { deviceProblem } from '@/api/problems'
import { scanNextStep } from './scan-next-step'

function refusal(code: string): ProblemError {
  const { reply } = deviceProblem('offline')
  return new ProblemError({ ...reply, code })
}

it('knows a next step for every refusal the scan may get', () => {
  const unknown = contract.scanCode.problems.filter((code) => scanNextStep(refusal(code)) === 'retry')
  expect(unknown).toEqual([])
})

it('leads to the sessions when the person is not on the list', () => {
  expect(scanNextStep(refusal('not-signed-up'))).toBe('find-session')
  expect(scanNextStep(refusal('still-waitlisted'))).toBe('my-sessions')
})

it('tries the same scan again when nothing was decided', () => {
  expect(scanNextStep(deviceProblem('offline'))).toBe('retry')
  expect(scanNextStep(refusal('busy'))).toBe('retry')
  expect(scanNextStep(new Error('anything'))).toBe('retry')
})
