import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import type { Leave } from '@yijian/shared/leave/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import type { usePages } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Empty } from '@/ui/Empty'
import { PagedList } from '@/ui/PagedList'
import { ReasonDialog } from '@/ui/ReasonDialog'
import { LeaveLine } from './LeaveLine'
import { LeavePerson } from './LeavePerson'
import { leaveText } from './text'

/** Requests that wait for me, each approved or declined with a reason. */
export function LeaveToDecide({ waiting }: { waiting: ReturnType<typeof usePages<'listLeaveToDecide'>> }) {
  const t = useText(leaveText)
  const { language } = useSettings()
  const [asking, setAsking] = useState<{ leave: Leave; decision: 'approved' | 'declined' }>()
  const decide = useToldAction(
    ({ leaveId, ...body }: { leaveId: string; decision: 'approved' | 'declined'; reason?: string }, options) =>
      api.decideLeave({ params: { leaveId }, body }, options),
    {
      changes: ['listLeaveToDecide', 'listLeave', 'listToDos'],
      done: ({ state }) => (state === 'approved' ? t.approved : t.declined),
      onDone: () => setAsking(undefined),
    },
  )
  const leave = asking?.leave
  const day = leave && dayText(startOfShanghaiDay(leave.leaveOn), deviceNow(), language)
  return (
    <>
      <PagedList of={waiting} keyOf={({ id }) => id} empty={<Empty icon="check" title={t.nothingWaits} detail={t.nothingWaitsDetail} />}>
        {(leave) => (
          <LeaveLine
            leave={leave}
            person={<LeavePerson leave={leave} />}
            actions={
              <>
                <Button kind="plain" size="small" onTap={() => setAsking({ leave, decision: 'declined' })}>
                  {t.decline}
                </Button>
                <Button size="small" onTap={() => setAsking({ leave, decision: 'approved' })}>
                  {t.approve}
                </Button>
              </>
            }
          />
        )}
      </PagedList>
      <Dialog
        isOpen={asking?.decision === 'approved'}
        title={t.approve}
        detail={leave && day ? t.approveDetail(leave.person.name, day, t.parts[leave.part]) : ''}
        confirm={t.approve}
        busy={decide.isBusy}
        onConfirm={() => leave && decide.start({ leaveId: leave.id, decision: 'approved' })}
        onClose={() => setAsking(undefined)}
      />
      <ReasonDialog
        isOpen={asking?.decision === 'declined'}
        title={t.decline}
        detail={t.declineDetail}
        busy={decide.isBusy}
        maxLength={200}
        onConfirm={(reason) => leave && decide.start({ leaveId: leave.id, decision: 'declined', reason })}
        onClose={() => setAsking(undefined)}
      />
    </>
  )
}
