import type { FundProject, FundProjectDraft } from '@yijian/shared/fund/shapes'
import { fenTyped, yuanToType } from './yuan-input'

/** What the form holds; amounts and days as typed. */
export interface FundFormValues {
  name: string
  field: FundProjectDraft['field'] | undefined
  city: string
  summary: string
  story: string
  effect: string
  target: string
  reportEvery: string
  charity: string
  charityCode: string
  charityAccount: string
}

export const emptyFund: FundFormValues = {
  name: '',
  field: undefined,
  city: '',
  summary: '',
  story: '',
  effect: '',
  target: '',
  reportEvery: '180',
  charity: '',
  charityCode: '',
  charityAccount: '',
}

export function valuesOf(fund: FundProject): FundFormValues {
  const { name, field, city, summary, story, effect, targetFen, charity, charityCode, backOffice } = fund
  return {
    name,
    field,
    summary,
    story,
    effect,
    charity,
    city: city ?? '',
    target: targetFen === null ? '' : yuanToType(targetFen),
    reportEvery: String(backOffice?.reportEveryDays ?? emptyFund.reportEvery),
    charityCode: charityCode ?? '',
    charityAccount: backOffice?.charityAccount ?? '',
  }
}

/** What is sent, or undefined while something needed is missing. */
export function draftOf(values: FundFormValues, coverFileId: string | null): FundProjectDraft | undefined {
  const trimmed = (name: Exclude<keyof FundFormValues, 'field'>) => values[name].trim()
  const orNull = (name: Exclude<keyof FundFormValues, 'field'>) => (trimmed(name) === '' ? null : trimmed(name))
  const target = trimmed('target') === '' ? null : fenTyped(values.target)
  const reportEveryDays = Number(trimmed('reportEvery'))
  const words = [trimmed('name'), trimmed('summary'), trimmed('story'), trimmed('effect'), trimmed('charity')]
  if (words.some((word) => word.length < 2) || !values.field || target === undefined || !Number.isInteger(reportEveryDays)) return undefined
  return {
    name: trimmed('name'),
    field: values.field,
    city: orNull('city'),
    summary: trimmed('summary'),
    story: trimmed('story'),
    effect: trimmed('effect'),
    charity: trimmed('charity'),
    charityCode: orNull('charityCode')?.toUpperCase() ?? null,
    charityAccount: orNull('charityAccount'),
    coverFileId,
    targetFen: target,
    reportEveryDays,
  }
}
