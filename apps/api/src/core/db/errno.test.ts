import { describe, expect, it } from 'vitest'
import { classify, duplicateKey, rootOf, violatesCheck } from './errno.ts'

const raised = (errno: number, extra: object = {}) => Object.assign(new Error('driver'), { errno, ...extra })

describe('classify', () => {
  it.each([
    [1213, 'conflict'],
    [1205, 'conflict'],
    [1020, 'conflict'],
    [3572, 'conflict'],
    [1047, 'node'],
    [1290, 'node'],
    [1062, 'duplicate'],
    [4025, 'final'],
    [3819, 'final'],
    [1452, 'final'],
    [1142, 'final'],
    [99_999, 'other'],
  ])('%i is %s', (errno, kind) => {
    expect(classify(raised(errno))).toBe(kind)
  })

  it('finds the driver under the layers of an ORM', () => {
    const wrapped = new Error('Failed query', { cause: new Error('layer', { cause: raised(1213) }) })
    expect([classify(wrapped), rootOf(wrapped).errno]).toEqual(['conflict', 1213])
  })

  it('takes socket errors by their code, since their numbers are negative', () => {
    expect(classify(raised(-104, { code: 'ECONNRESET' }))).toBe('connection')
    expect(classify(new Error("Can't add new command when connection is in closed state"))).toBe('connection')
  })
})

describe('duplicateKey', () => {
  it('names the key on both servers', () => {
    expect(duplicateKey(raised(1062, { sqlMessage: "Duplicate entry 'a-1' for key 'signup_one_active_uq'" }))).toBe('signup_one_active_uq')
    expect(duplicateKey(raised(1062, { sqlMessage: "Duplicate entry 'a-1' for key 'signup.signup_one_active_uq'" }))).toBe(
      'signup_one_active_uq',
    )
    expect(duplicateKey(raised(1213))).toBeNull()
  })
})

describe('violatesCheck', () => {
  it('knows the number of MySQL and that of MariaDB', () => {
    expect([violatesCheck(raised(3819)), violatesCheck(raised(4025)), violatesCheck(raised(1062))]).toEqual([true, true, false])
  })
})
