import { expect, it } from 'vitest'
import { creditWithCarry } from './earnings'

const next = { unitMinutes: 60, carriedMinutes: 30, minutesToGo: 30, grantFen: 10_000 }

it('tells when what is carried completes another unit', () => {
  expect(creditWithCarry({ minutes: 150, creditFen: 20_000, points: 40 }, next)).toBe(30_000)
})

it('keeps quiet when what is carried makes no difference', () => {
  expect(creditWithCarry({ minutes: 180, creditFen: 30_000, points: 60 }, next)).toBeNull()
  expect(creditWithCarry({ minutes: 180, creditFen: 30_000, points: 60 }, { ...next, carriedMinutes: 0, minutesToGo: 60 })).toBeNull()
})
