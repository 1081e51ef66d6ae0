import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { leaveMinutesFor } from '@yijian/shared/leave/rules'
import { type LeaveAllowance, leaveParts } from '@yijian/shared/leave/shapes'
import type { MySignup } from '@yijian/shared/signup/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, shortDuration } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Chips } from '@/ui/Chips'
import { Notice } from '@/ui/Notice'
import { Section } from '@/ui/Section'
import { SignupChoice } from './SignupChoice'
import { leaveText } from './text'
import type { useLeaveWish } from './use-leave-wish'

interface AskFormProps {
  signups: readonly MySignup[]
  allowance: LeaveAllowance
  asked: ReadonlySet<string>
  wish: ReturnType<typeof useLeaveWish>
}

/** Which session, which day of it, how long; and whether service on leave earns credit. */
export function AskForm({ signups, allowance, asked, wish }: AskFormProps) {
  const t = useText(leaveText)
  const { language } = useSettings()
  const now = deviceNow()
  return (
    <>
      <Section title={t.choose}>
        <SignupChoice signups={signups} asked={asked} value={wish.signupId} onChange={wish.choose} />
      </Section>
      {wish.days.length > 1 && (
        <Section title={t.chooseDay}>
          <Chips
            label={t.chooseDay}
            choices={wish.days.map((day) => ({ value: day, words: dayText(startOfShanghaiDay(day), now, language) }))}
            value={wish.leaveOn}
            onChange={wish.setDay}
          />
        </Section>
      )}
      <Section title={t.choosePart}>
        <Chips
          label={t.choosePart}
          choices={leaveParts.map((part) => ({
            value: part,
            words: t.half(t.parts[part], shortDuration(leaveMinutesFor(part, allowance.halfDayMinutes), language)),
          }))}
          value={wish.part}
          onChange={wish.setPart}
        />
      </Section>
      {wish.ofYear.year === allowance.next.year && (
        <Notice icon="calendar">{t.fromNextYear(allowance.next.year, shortDuration(allowance.next.leftMinutes, language))}</Notice>
      )}
      <Notice tone={allowance.earnsCredit ? 'brand' : 'gold'}>{allowance.earnsCredit ? t.earns : t.earnsNot}</Notice>
    </>
  )
}
