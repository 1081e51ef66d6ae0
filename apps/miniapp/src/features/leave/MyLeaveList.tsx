import { canCancelLeave } from '@yijian/shared/leave/rules'
import type { Leave } from '@yijian/shared/leave/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import type { usePages } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Empty } from '@/ui/Empty'
import { PagedList } from '@/ui/PagedList'
import { LeaveLine } from './LeaveLine'
import { leaveText } from './text'

/** What I asked for, the newest first; until its day I can take it back. */
export function MyLeaveList({ requests }: { requests: ReturnType<typeof usePages<'listMyLeave'>> }) {
  const t = useText(leaveText)
  const [chosen, setChosen] = useState<Leave>()
  const withdraw = useToldAction((leaveId: string, options) => api.cancelLeave({ params: { leaveId } }, options), {
    changes: ['getMyLeave', 'listMyLeave', 'listMyStatement', 'getMyBalances'],
    done: t.withdrawn,
    onDone: () => setChosen(undefined),
  })
  const now = deviceNow()
  return (
    <>
      <PagedList of={requests} keyOf={({ id }) => id} empty={<Empty icon="calendar" title={t.none} detail={t.noneDetail} />}>
        {(leave) => (
          <LeaveLine
            leave={leave}
            actions={
              canCancelLeave(leave, now).ok && (
                <Button kind="plain" size="small" onTap={() => setChosen(leave)}>
                  {t.withdraw}
                </Button>
              )
            }
          />
        )}
      </PagedList>
      <Dialog
        isOpen={chosen !== undefined}
        title={t.withdraw}
        detail={t.withdrawDetail}
        confirm={t.withdraw}
        cancel={t.keep}
        kind="danger"
        busy={withdraw.isBusy}
        onConfirm={() => chosen && withdraw.start(chosen.id)}
        onClose={() => setChosen(undefined)}
      />
    </>
  )
}
