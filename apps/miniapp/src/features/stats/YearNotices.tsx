import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { ReportedYear } from '@yijian/shared/stats/shapes'
import { useText } from '@/i18n/use-text'
import { Notice } from '@/ui/Notice'
import { statsText } from './text'

/** What one has to know before reading: nothing recorded yet, a running year, columns that were closed and corrected since. */
export function YearNotices({ report }: { report: ReportedYear }) {
  const t = useText(statsText)
  const { year, branch, startYear, countedOn, closedYears } = report
  const isSilent = startYear === null || year < startYear
  const words = [
    ...(isSilent ? [t.silent] : countedOn === `${year}-12-31` ? [] : [t.running]),
    ...closedYears.flatMap((closed) => {
      const day = shanghaiDay(closed.closedAt)
      if (branch !== null && closed.year === year) return [t.branchNotFrozen(closed.year, day)]
      return closed.corrections === 0 ? [] : [t.correctedColumn(closed.year, day, closed.corrections)]
    }),
  ]
  return words.map((each) => <Notice key={each}>{each}</Notice>)
}
