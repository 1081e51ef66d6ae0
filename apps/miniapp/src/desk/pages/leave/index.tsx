import { shanghaiClock } from '@yijian/shared/kernel/time'
import { useState } from 'react'
import { useLogin } from '@/api/login'
import { usePages } from '@/api/use-read'
import { LeaveOfYear } from '@/features/leave/LeaveOfYear'
import { LeaveToDecide } from '@/features/leave/LeaveToDecide'
import { leaveText } from '@/features/leave/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { Segmented } from '@/ui/Segmented'

/** Charity leave that waits for HR or a branch lead; for HR also the whole year. */
export default function LeaveDeskPage() {
  const t = useText(leaveText)
  const isHr = useLogin()?.me.roles.some(({ role }) => role === 'hr') ?? false
  const [view, setView] = useState<'waiting' | 'year'>('waiting')
  const waiting = usePages('listLeaveToDecide', { query: {} })
  const views = [
    { value: 'waiting', words: t.waiting },
    { value: 'year', words: t.year },
  ] as const
  return (
    <Page title={t.desk} onRefresh={waiting.refetch}>
      {isHr && <Segmented label={t.desk} choices={views} value={view} onChange={setView} />}
      {view === 'waiting' ? (
        <>
          <Notice tone="info">{t.deskNote}</Notice>
          <LeaveToDecide waiting={waiting} />
        </>
      ) : (
        <LeaveOfYear thisYear={shanghaiClock(deviceNow()).year} />
      )}
    </Page>
  )
}
