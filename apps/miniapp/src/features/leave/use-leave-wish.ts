import { leaveMinutesFor } from '@yijian/shared/leave/rules'
import type { LeaveAllowance, LeavePart } from '@yijian/shared/leave/shapes'
import type { MySignup } from '@yijian/shared/signup/shapes'
import { useState } from 'react'
import { deviceNow } from '@/lib/clock'
import { daysToTake, partFor } from './leave-wish'

/** Sign-ups that leave can be asked for now. */
export function signupsToTake(signups: readonly MySignup[]): MySignup[] {
  const now = deviceNow()
  return signups.filter(
    ({ signup, session }) => signup.state === 'confirmed' && session.state === 'open' && daysToTake(session, now).length > 0,
  )
}

interface WishFrom {
  allowance: LeaveAllowance
  /** The sign-up it was opened for. */
  first: string | undefined
  /** Sign-ups that have leave already. */
  asked: ReadonlySet<string>
}

/** What the person is about to ask for: a session, a day of it and a part of the day, each proposed until chosen. */
export function useLeaveWish(signups: readonly MySignup[], { allowance, first, asked }: WishFrom) {
  const free = signups.filter(({ signup }) => !asked.has(signup.id))
  const [chosenId, setSignup] = useState<string>()
  const signupId = (free.find(({ signup }) => signup.id === (chosenId ?? first)) ?? free[0])?.signup.id
  const [chosenDay, setDay] = useState<string>()
  const [chosenPart, setPart] = useState<LeavePart>()
  const session = signups.find(({ signup }) => signup.id === signupId)?.session
  const days = session === undefined ? [] : daysToTake(session, deviceNow())
  const leaveOn = chosenDay !== undefined && days.includes(chosenDay) ? chosenDay : days[0]
  const { halfDayMinutes, next } = allowance
  // A day off takes from the year it is in.
  const ofYear = leaveOn?.startsWith(`${next.year}-`) ? next : allowance
  const part = chosenPart ?? (session === undefined ? 'day' : partFor(session, { halfDayMinutes, leftMinutes: ofYear.leftMinutes }))
  return {
    signupId,
    days,
    leaveOn,
    ofYear,
    part,
    minutes: leaveMinutesFor(part, halfDayMinutes),
    choose: (id: string) => {
      setSignup(id)
      setPart(undefined)
    },
    setDay,
    setPart,
  }
}
