import { actionWords } from '@yijian/shared/audit/actions'
import { auditDetailNames } from '@yijian/shared/audit/details'
import type { AuditGroup, AuditLine } from '@yijian/shared/audit/shapes'
import { idPrefixes } from '@yijian/shared/kernel/id'
import type { IdKind } from '@yijian/shared/kernel/id'
import type { Bilingual, Language } from '@yijian/shared/kernel/language'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { deviceNow } from '@/lib/clock'
import { THIN, count, dayText, duration, moment, yuan } from '@/lib/format'
import { valueNames } from './audit-detail-words'
import { auditText, groupNames, listNames, thingNames } from './audit-words'
import { settingNames } from './setting-names'

/** One value of a trace as people read it. */
export interface Told {
  code: string
  label: string
  value: string
}
type Names = AuditLine['names']

const anId = /^[a-z]{3}_[0-9a-z]{13}$/
const aDay = /^\d{4}-\d{2}-\d{2}$/
const anInstant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

export function kindOf(id: string): IdKind | undefined {
  const [found] = Object.entries(idPrefixes).find(([, prefix]) => id.startsWith(`${prefix}_`)) ?? []
  return anId.test(id) ? (found as IdKind | undefined) : undefined
}

/** `员工 陈小禾`, `2026 年`, or the code where nobody knows more. */
export function subjectWords({ subject, names }: Pick<AuditLine, 'subject' | 'names'>, language: Language): string {
  const list = listNames[subject]
  if (list) return list[language]
  const [, year] = /^(?:year\/|leave-)(\d{4})$/.exec(subject) ?? []
  if (year) return language === 'zh' ? `${year}${THIN}年` : year
  const kind = kindOf(subject)
  const thing = kind && thingNames[kind]?.[language]
  return [thing, names[subject]].filter(Boolean).join(' ') || subject
}

/** What a trace says beside its subject, line by line; the values of a value stand under its name. */
export function detailLines({ detail, names }: Pick<AuditLine, 'detail' | 'names'>, language: Language): Told[] {
  return linesOf(detail, { names, language, path: '', above: '' })
}

interface Place {
  names: Names
  language: Language
  path: string
  above: string
}

function linesOf(values: Record<string, unknown>, { names, language, path, above }: Place): Told[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const [code, label] = [`${path}${name}`, `${above}${nameOf(name, language)}`]
    const inside = { names, language, path: `${code}.`, above: `${label} · ` }
    if (isRecord(value)) return linesOf(value, inside)
    if (Array.isArray(value) && value.some(isRecord)) {
      const items = value.filter(isRecord)
      return items.flatMap((item, at) =>
        linesOf(item, { ...inside, path: `${code}.${at}.`, above: `${auditText[language].item(at + 1)} · ` }),
      )
    }
    return value === undefined ? [] : [{ code, label, value: valueWords(name, value, { names, language }) }]
  })
}

/** Records of earlier days may hold names of then. */
const detailNames: Readonly<Record<string, Bilingual>> = auditDetailNames

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function nameOf(name: string, language: Language): string {
  return detailNames[name]?.[language] ?? settingNames[language][name] ?? name
}

function valueWords(name: string, value: unknown, { names, language }: Pick<Place, 'names' | 'language'>): string {
  const t = auditText[language]
  if (value === null || value === '') return t.none
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (typeof value === 'number') return quantity(name, value, language)
  if (Array.isArray(value)) {
    const told = value.slice(0, 5).map((one) => valueWords(name, one, { names, language }))
    const words = told.join(language === 'zh' ? '、' : ', ')
    if (value.length === 0) return t.none
    return value.length > told.length ? t.more(words, value.length) : words
  }
  if (typeof value !== 'string') return t.none
  if (anId.test(value)) return names[value] ?? value
  if (aDay.test(value)) return dayText(startOfShanghaiDay(value), deviceNow(), language)
  if (anInstant.test(value)) return moment(value, deviceNow(), language)
  if (name === 'action') return actionWords(value)?.[language] ?? value
  if (name === 'group') return groupNames[value as AuditGroup]?.[language] ?? value
  return valueNames[value]?.[language] ?? value
}

function quantity(name: string, value: number, language: Language): string {
  if (name.endsWith('Fen')) return yuan(value)
  if (/minutes/i.test(name)) return value < 0 ? `\u2212${duration(-value, language)}` : duration(value, language)
  if (name === 'year') return String(value)
  if (name === 'sizeBytes') return `${count(Math.ceil(value / 1024))}${THIN}KB`
  if (/points/i.test(name)) return language === 'zh' ? `${count(value)}${THIN}积分` : `${count(value)} points`
  return count(value)
}
