import { describe, expect, it } from 'vitest'
import { amountOf, claimInputOf, emptyClaim, refusedPart, unclearIn } from './claim-form'

const today = '2026-11-20'
const filled = { ...emptyClaim(today), orderNo: ' TX 2026 1118 ', amount: '￥1,250.50' }
const images = ['fil_0d3k9x2m4q7rt']

describe('claimInputOf', () => {
  it('gives what is sent, in fen', () => {
    expect(claimInputOf(filled, images, today)).toEqual({
      platform: 'tencent-gongyi',
      platformName: null,
      orderNo: 'TX 2026 1118',
      giftOn: today,
      amountFen: 125_050,
      imageIds: images,
    })
  })

  it.each([
    ['an amount', { amount: '0' }],
    ['a number that is one', { orderNo: '12' }],
    ['a day that has come', { giftOn: '2026-11-21' }],
    ['a day', { giftOn: '' }],
    ['the name of another platform', { platform: 'other' as const }],
  ])('waits for %s', (_, change) => expect(claimInputOf({ ...filled, ...change }, images, today)).toBeUndefined())

  it('waits for a receipt', () => expect(claimInputOf(filled, [], today)).toBeUndefined())
})

it('says which of what is filled in cannot be right, and nothing of what is empty', () => {
  expect(unclearIn(emptyClaim(today))).toBeUndefined()
  expect(unclearIn({ ...filled, amount: '1,2.345' })).toBe('amount')
  expect(unclearIn({ ...filled, orderNo: '12' })).toBe('orderNo')
  expect(unclearIn(filled)).toBeUndefined()
})

it('knows the part of the form that a refusal is about', () => {
  expect([refusedPart('order-claimed'), refusedPart('receipt-claimed'), refusedPart('timeout')]).toEqual(['orderNo', 'receipts', undefined])
})

it('knows an amount when there is one', () => {
  expect([amountOf(filled), amountOf({ ...filled, amount: 'x' }), amountOf({ ...filled, amount: '' })]).toEqual([
    125_050,
    undefined,
    undefined,
  ])
})
