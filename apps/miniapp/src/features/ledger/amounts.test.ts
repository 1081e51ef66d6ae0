import { expect, it } from 'vitest'
import { amountText, changeFigure, changeText, toGive, whatHappened } from './amounts'
import { ledgerText } from './text'

it('writes each movement in the unit of its account', () => {
  expect(changeText({ account: 'credit', amount: 30_000 }, 'zh')).toBe('+300.00')
  expect(changeText({ account: 'hours', amount: -150 }, 'zh')).toBe('−2\u2009小时 30\u2009分钟')
  expect(changeText({ account: 'points', amount: 1060 }, 'en')).toBe('+1,060')
  expect(changeText({ account: 'leave', amount: -240 }, 'zh')).toBe('−4\u2009小时')
})

it('makes a figure of it', () => {
  const units = { hours: '小时', minutes: '分钟', points: '分' }
  expect(changeFigure({ account: 'credit', amount: -30_050 }, 'zh', units)).toEqual({ sign: '−¥', value: '300', decimals: '.50' })
  expect(changeFigure({ account: 'points', amount: 60 }, 'zh', units)).toEqual({ sign: '+', value: '60', unit: '分' })
  expect(changeFigure({ account: 'hours', amount: 210 }, 'zh', units)).toEqual({ sign: '+', value: '3.5', unit: '小时' })
  expect(changeFigure({ account: 'hours', amount: -45 }, 'zh', units)).toEqual({ sign: '−', value: '45', unit: '分钟' })
  expect(changeFigure({ account: 'hours', amount: 100 }, 'en', units)).toEqual({ sign: '+', value: '1 h 40 min' })
})

it('says an amount on its way', () => {
  expect(amountText('fen', 10_000, 'zh', '分')).toBe('¥100.00')
  expect(amountText('minutes', 30, 'en', 'points')).toBe('30 min')
  expect(amountText('points', 60, 'en', 'points')).toBe('60 points')
})

it('counts a debt off what can be given', () => {
  expect(toGive({ creditFen: 20_000, creditOwedFen: 5000 })).toBe(15_000)
  expect(toGive({ creditFen: 0, creditOwedFen: 5000 })).toBe(0)
})

it('says what came back, and of a correction that it is one', () => {
  expect(whatHappened({ kind: 'donation-released', reversal: true }, ledgerText.zh)).toBe('捐出退回')
  expect(whatHappened({ kind: 'leave-released', reversal: true }, ledgerText.zh)).toBe('公益假退回')
  expect(whatHappened({ kind: 'hours-corrected', reversal: true }, ledgerText.zh)).toBe('冲正')
  expect(whatHappened({ kind: 'points-earned', reversal: true }, ledgerText.zh)).toBe('冲正')
})
