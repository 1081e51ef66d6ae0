import { MOST_PEOPLE_AT_ONCE } from '@yijian/shared/hours/rules'
import type { Confirmation, Confirmed, HoursLine } from '@yijian/shared/hours/shapes'

/** What the host has typed for one person, in place of the proposal. */
export interface Typed {
  minutes: number
  reason: string
}

export type TypedLines = Readonly<Record<string, Typed>>

/** The minutes that would be confirmed for a line now. */
export function minutesOf(line: HoursLine, typed: TypedLines): number {
  return typed[line.attendanceId]?.minutes ?? line.minutes ?? line.proposedMinutes
}

/** Whether the server would refuse this line for want of a reason. */
export function lacksReason(line: HoursLine, typed: TypedLines): boolean {
  const own = typed[line.attendanceId]
  const reason = own?.reason ?? line.reason ?? ''
  const needed = line.reasonNeededFor.length > 0 || minutesOf(line, typed) !== line.proposedMinutes
  return needed && reason.trim() === ''
}

/** The lines that wait to be confirmed. */
export function toConfirm(lines: readonly HoursLine[]): HoursLine[] {
  return lines.filter(({ state }) => state === 'attended')
}

/** The confirmed lines a host may issue; those of hosts go to the branch lead. */
export function toIssue(lines: readonly HoursLine[]): HoursLine[] {
  return lines.filter(({ state, ownHours }) => state === 'completed' && !ownHours)
}

/** What goes to the API: the proposal, or what was typed, with its reason. */
export function confirmationsOf(lines: readonly HoursLine[], typed: TypedLines): Confirmation[] {
  return toConfirm(lines).map((line) => {
    const reason = (typed[line.attendanceId]?.reason ?? line.reason ?? '').trim()
    return { attendanceId: line.attendanceId, minutes: minutesOf(line, typed), ...(reason === '' ? {} : { reason }) }
  })
}

/** Confirmed minutes as the host sees them; the server takes so many people at once, and the rest stay at the thumb. */
export function confirmedOf(ready: readonly HoursLine[]): Confirmed[] {
  return ready.slice(0, MOST_PEOPLE_AT_ONCE).map(({ attendanceId, minutes }) => ({ attendanceId, minutes: minutes ?? 0 }))
}
