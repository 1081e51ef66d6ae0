import type { Language } from '@yijian/shared/kernel/language'
import type {
  AttendanceSettings,
  BadgeSettings,
  GivingSettings,
  LeaveSettings,
  MatchingSettings,
  MessageSettings,
  PointsSettings,
  PolicyVersion,
} from '@yijian/shared/policy/shapes'
import type { JournalSource } from '@yijian/shared/statement/shapes'
import { count, duration, hours, yuanShort } from '@/lib/format'
import { policyText } from './text'

/** Where the rule of matching speaks of own donations. */
const GIFT_SENTENCE = 1

/** What a policy version says, in sentences. */
export function policyWords(version: PolicyVersion, language: Language): string[] {
  switch (version.kind) {
    case 'matching':
      return matchingWords(version.settings, language)
    case 'points':
      return pointsWords(version.settings, language)
    case 'attendance':
      return attendanceWords(version.settings, language)
    case 'badge':
      return badgeWords(version.settings, language)
    case 'giving':
      return givingWords(version.settings, language)
    case 'leave':
      return leaveWords(version.settings, language)
    case 'message':
      return messageWords(version.settings, language)
    case 'statistics':
      return [policyText[language].smallCell(version.settings.smallCell)]
  }
}

/** The one sentence of a version that decided a movement: an own donation is matched by another than service is. */
export function policyApplied(version: PolicyVersion, source: JournalSource['kind'], language: Language): string {
  const words = policyWords(version, language)
  return words[version.kind === 'matching' && source === 'claim' ? GIFT_SENTENCE : 0] ?? ''
}

const listed = (items: readonly string[], language: Language) => items.join(language === 'zh' ? '、' : ', ')

function matchingWords(settings: MatchingSettings, language: Language): string[] {
  const t = policyText[language]
  const time = duration(settings.unitMinutes, language)
  const grant = yuanShort(settings.unitMinutesGrantFen)
  return [
    settings.mode === 'step' ? t.matchStep(time, grant) : t.matchExact(time, grant),
    t.matchGift(yuanShort(settings.unitGiftFen), yuanShort(settings.unitGiftGrantFen)),
    t.matchGrades(listed(settings.creditGrades, language)),
  ]
}

function pointsWords({ unitMinutes, unitPoints, pointsGrades }: PointsSettings, language: Language): string[] {
  const t = policyText[language]
  return [t.points(duration(unitMinutes, language), count(unitPoints)), t.pointsGrades(listed(pointsGrades, language))]
}

function attendanceWords(settings: AttendanceSettings, language: Language): string[] {
  const t = policyText[language]
  const inAfter = settings.checkInClosesAfterEndMinutes
  return [
    t.opens(duration(settings.opensBeforeMinutes, language)),
    inAfter === 0 ? t.inUntilEnd : t.inAfterEnd(duration(inAfter, language)),
    t.outAfterEnd(duration(settings.checkOutClosesAfterEndMinutes, language)),
    t.code(count(settings.codeEverySeconds), count(settings.codeGoodSeconds)),
    t.presence(settings.presencePercent),
    t.daily(duration(settings.dailyMaxMinutes, language)),
  ]
}

function badgeWords({ minuteMilestones }: BadgeSettings, language: Language): string[] {
  const t = policyText[language]
  const milestones = [...minuteMilestones].sort((a, b) => a - b)
  return milestones.length === 0 ? [t.firsts] : [t.milestones(listed(milestones.map(hours), language)), t.firsts]
}

function givingWords({ coolingMinutes, minDonationFen, maxProjects, claimWithinDays }: GivingSettings, language: Language): string[] {
  const t = policyText[language]
  const cooling = coolingMinutes === 0 ? t.noCooling : t.cooling(duration(coolingMinutes, language))
  return [cooling, t.split(yuanShort(minDonationFen), maxProjects), t.claimWithin(claimWithinDays)]
}

function leaveWords({ allowanceMinutes, halfDayMinutes, earnsCredit }: LeaveSettings, language: Language): string[] {
  const t = policyText[language]
  const earns = earnsCredit ? t.leaveEarns : t.leaveEarnsNot
  return [t.allowance(duration(allowanceMinutes, language)), t.halfDay(duration(halfDayMinutes, language)), earns]
}

function messageWords({ quietFromHour, quietUntilHour, reminderMinutes }: MessageSettings, language: Language): string[] {
  const t = policyText[language]
  const quiet = t.quiet(`${quietFromHour}:00`, `${quietUntilHour}:00`)
  if (reminderMinutes.length === 0) return [quiet]
  const times = [...reminderMinutes].sort((a, b) => b - a).map((minutes) => duration(minutes, language))
  return [quiet, t.reminders(listed(times, language))]
}
