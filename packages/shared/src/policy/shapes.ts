import * as z from 'zod/mini'
import { id } from '../kernel/id.ts'
import { grade } from '../kernel/grade.ts'
import { day, field, instant, named, text, whole } from '../kernel/zod.ts'

/** How hours and own donations become charity credit (配捐规则). */
export const matchingSettings = named(
  'MatchingSettings',
  'How volunteer minutes and own donations become charity credit',
  z.object({
    mode: field(z.enum(['step', 'exact']), 'step: whole units with carry; exact: every minute pays its share'),
    unitMinutes: field(whole(1, 1440), 'Minutes that make one unit', 60),
    unitMinutesGrantFen: field(whole(0, 100_000_000), 'Credit for one unit of minutes, in fen', 10_000),
    unitGiftFen: field(whole(1, 100_000_000), 'Own donation that makes one unit, in fen', 10_000),
    unitGiftGrantFen: field(whole(0, 100_000_000), 'Credit for one unit of own donation, in fen', 10_000),
    creditGrades: field(z.array(grade), 'Evidence grades whose minutes earn credit'),
  }),
)
export type MatchingSettings = z.infer<typeof matchingSettings>

export const pointsSettings = named(
  'PointsSettings',
  'How volunteer minutes earn points',
  z.object({
    unitMinutes: field(whole(1, 1440), 'Minutes that make one unit; whole units of one session count', 60),
    unitPoints: field(whole(0, 1_000_000), 'Points for one unit', 20),
    pointsGrades: z.array(grade),
  }),
)
export type PointsSettings = z.infer<typeof pointsSettings>

export const attendanceSettings = named(
  'AttendanceSettings',
  'Windows and limits of check-in and of confirmed minutes',
  z.object({
    codeEverySeconds: field(whole(5, 300), 'A new code appears this often', 15),
    codeGoodSeconds: field(whole(5, 900), 'A code is accepted this long', 45),
    opensBeforeMinutes: field(whole(0, 1440), 'Check-in opens this long before the start', 30),
    checkInClosesAfterEndMinutes: field(whole(0, 1440), 'Check-in is refused this long after the end', 0),
    checkOutClosesAfterEndMinutes: field(whole(0, 2880), 'Check-out is accepted this long after the end', 120),
    presencePercent: field(whole(0, 100), 'Presence below this share of the session needs a reason of the host', 60),
    dailyMaxMinutes: field(whole(1, 1440), 'Minutes a person may have confirmed on one day', 960),
  }),
)
export type AttendanceSettings = z.infer<typeof attendanceSettings>

export const badgeSettings = named(
  'BadgeSettings',
  'Which facts unlock which badge',
  z.object({ minuteMilestones: field(z.array(whole(1)), 'Total minutes at which a badge is unlocked', [600, 3000, 6000]) }),
)
export type BadgeSettings = z.infer<typeof badgeSettings>

export const policySettings = {
  matching: matchingSettings,
  points: pointsSettings,
  attendance: attendanceSettings,
  badge: badgeSettings,
} as const

export type PolicyKind = keyof typeof policySettings
export type PolicySettings = { [K in PolicyKind]: z.infer<(typeof policySettings)[K]> }
export const policyKinds = ['matching', 'points', 'attendance', 'badge'] as const satisfies readonly PolicyKind[]

/** The settings in force until an operator publishes other ones (product rules, visible in the app). */
export const defaultPolicies: PolicySettings = {
  matching: {
    mode: 'step',
    unitMinutes: 60,
    unitMinutesGrantFen: 10_000,
    unitGiftFen: 10_000,
    unitGiftGrantFen: 10_000,
    creditGrades: ['A', 'B', 'C'],
  },
  points: { unitMinutes: 60, unitPoints: 20, pointsGrades: ['A', 'B', 'C'] },
  attendance: {
    codeEverySeconds: 15,
    codeGoodSeconds: 45,
    opensBeforeMinutes: 30,
    checkInClosesAfterEndMinutes: 0,
    checkOutClosesAfterEndMinutes: 120,
    presencePercent: 60,
    dailyMaxMinutes: 960,
  },
  badge: { minuteMilestones: [600, 3000, 6000] },
}

const header = {
  id: id('policy'),
  label: field(text(40), 'Name people see beside each entry', '2026-1'),
  inForceFrom: field(day, 'First service day it applies to', '2026-01-01'),
  publishedAt: instant,
}

/** A dated version of one policy (政策版本); a fact is valued by the version in force on its service day. */
export const policyVersion = named(
  'PolicyVersion',
  'A dated version of one policy; facts are valued by the version in force on their service day',
  z.discriminatedUnion('kind', [
    z.object({ ...header, kind: z.literal('matching'), settings: matchingSettings }),
    z.object({ ...header, kind: z.literal('points'), settings: pointsSettings }),
    z.object({ ...header, kind: z.literal('attendance'), settings: attendanceSettings }),
    z.object({ ...header, kind: z.literal('badge'), settings: badgeSettings }),
  ]),
)
export type PolicyVersion = z.infer<typeof policyVersion>

const draft = { label: header.label, inForceFrom: header.inForceFrom }

export const publishPolicyInput = z.discriminatedUnion('kind', [
  z.object({ ...draft, kind: z.literal('matching'), settings: matchingSettings }),
  z.object({ ...draft, kind: z.literal('points'), settings: pointsSettings }),
  z.object({ ...draft, kind: z.literal('attendance'), settings: attendanceSettings }),
  z.object({ ...draft, kind: z.literal('badge'), settings: badgeSettings }),
])
export type PublishPolicyInput = z.infer<typeof publishPolicyInput>
