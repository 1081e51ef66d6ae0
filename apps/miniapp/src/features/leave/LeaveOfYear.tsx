import { type LeaveState, leaveStates } from '@yijian/shared/leave/shapes'
import { useState } from 'react'
import { usePages } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { Chips } from '@/ui/Chips'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { PagedList } from '@/ui/PagedList'
import { LeaveExport } from './LeaveExport'
import { LeaveLine } from './LeaveLine'
import { LeavePerson } from './LeavePerson'
import { leaveText } from './text'

/** All leave of a year, for HR. */
export function LeaveOfYear({ thisYear }: { thisYear: number }) {
  const t = useText(leaveText)
  const [year, setYear] = useState(thisYear)
  const [state, setState] = useState<LeaveState | 'all'>('all')
  const all = usePages('listLeave', { query: { year, ...(state === 'all' ? {} : { state }) } })
  // Leave of next year may be asked for already.
  const years = [thisYear + 1, thisYear, thisYear - 1].map((one) => ({ value: String(one), words: t.yearName(one) }))
  const states = [{ value: 'all' as const, words: t.all }, ...leaveStates.map((one) => ({ value: one, words: t.states[one] }))]
  return (
    <>
      <View className="between wrap">
        <Chips label={t.year} choices={years} value={String(year)} onChange={(value) => setYear(Number(value))} />
        <LeaveExport year={year} />
      </View>
      <Chips label={t.requests} choices={states} value={state} onChange={setState} scrolls />
      <PagedList of={all} keyOf={({ id }) => id} empty={<Empty icon="calendar" title={t.nothingInYear} detail={t.nothingInYearDetail} />}>
        {(leave) => <LeaveLine leave={leave} person={<LeavePerson leave={leave} />} />}
      </PagedList>
    </>
  )
}
