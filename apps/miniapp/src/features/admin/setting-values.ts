import { policySettings } from '@yijian/shared/policy/shapes'
import type { PolicyKind, PolicyVersion } from '@yijian/shared/policy/shapes'
import * as z from 'zod/mini'

/** Settings as they are typed: everything but switches is text. */
export type TypedSettings = Record<string, string | boolean>

/** Amounts are typed in yuan, lists with commas. */
export function typedSettings(settings: PolicyVersion['settings']): TypedSettings {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, typed(name, value)]))
}

function typed(name: string, value: unknown): string | boolean {
  if (typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.join(', ')
  return name.endsWith('Fen') ? String(Number(value) / 100) : String(value)
}

/** What was typed as settings of the kind; undefined while something is wrong. */
export function readSettings(
  kind: PolicyKind,
  given: TypedSettings,
  model: PolicyVersion['settings'],
): PolicyVersion['settings'] | undefined {
  const values = Object.fromEntries(Object.entries(model).map(([name, value]) => [name, valueOf(name, given[name], value)]))
  const parsed = z.safeParse(policySettings[kind], values)
  return parsed.success ? parsed.data : undefined
}

function valueOf(name: string, given: string | boolean | undefined, model: unknown): unknown {
  if (typeof given !== 'string') return given
  if (Array.isArray(model)) {
    const parts = given.split(/[,，、\s]+/).filter(Boolean)
    return name.endsWith('Grades') ? parts : parts.map(Number)
  }
  if (typeof model !== 'number') return given
  if (given.trim() === '') return undefined
  return name.endsWith('Fen') ? Math.round(Number(given) * 100) : Number(given)
}
