import * as z from 'zod/mini'
import { named } from './zod.ts'

/** Evidence grade (证据等级) of every minute. */
export const grades = ['A', 'B', 'C', 'D'] as const

export const grade = named(
  'Grade',
  'Evidence grade: A scanned in and out with the host present, B one scan and the host, C reviewed task, D back-filled',
  z.enum(grades),
)
export type Grade = z.infer<typeof grade>
