import { describe, expect, it } from 'vitest'
import { runtimeUrl } from './migrate.ts'

describe('the restricted login', () => {
  it('has a password that servers take which ask for letters of each case, a digit and a sign', () => {
    for (const word of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const { username, password } = new URL(runtimeUrl(`mysql://owner:${word}@127.0.0.1/yijian`))
      expect(username).toBe('yijian_app')
      expect([/[a-z]/, /[A-Z]/, /\d/, /[^\w]/].map((kind) => kind.test(password))).toEqual([true, true, true, true])
    }
  })
})
