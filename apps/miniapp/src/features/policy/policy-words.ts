import type { Language } from '@yijian/shared/kernel/language'
import type { AttendanceSettings, BadgeSettings, MatchingSettings, PointsSettings, PolicyVersion } from '@yijian/shared/policy/shapes'
import { count, duration, hours, yuanShort } from '@/lib/format'
import { policyText } from './text'

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
  }
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
