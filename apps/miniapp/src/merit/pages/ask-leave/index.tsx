import type { LeaveAllowance } from '@yijian/shared/leave/shapes'
import type { MySignup } from '@yijian/shared/signup/shapes'
import { usePages, useRead } from '@/api/use-read'
import { AskBar } from '@/features/leave/AskBar'
import { AskForm } from '@/features/leave/AskForm'
import { leaveText } from '@/features/leave/text'
import { signupsToTake, useLeaveWish } from '@/features/leave/use-leave-wish'
import { useText } from '@/i18n/use-text'
import { go, routes, useParams } from '@/lib/routes'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'

const MANY = 100

/** Asks for leave on the day of one of my coming sessions. */
export default function AskLeavePage() {
  const t = useText(leaveText)
  const { signupId } = useParams(routes.askLeave)
  const mine = useRead('getMyLeave')
  const signups = usePages('listMySignups', { query: { when: 'coming', limit: MANY } })
  const refresh = () => Promise.all([mine.refetch(), signups.refetch()])
  const free = signups.items && signupsToTake(signups.items)
  if (mine.data && free && free.length > 0) return <Asking allowance={mine.data} signups={free} first={signupId} onRefresh={refresh} />
  return (
    <Page title={t.ask} onRefresh={refresh}>
      <Loaded of={mine}>
        {() => (
          <Loaded of={{ ...signups, data: free }}>
            {() => (
              <Empty
                icon="calendar"
                title={t.noSignups}
                detail={t.noSignupsDetail}
                action={{ words: t.findOne, onTap: () => go(routes.projects) }}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  )
}

interface AskingProps {
  allowance: LeaveAllowance
  signups: readonly MySignup[]
  first: string | undefined
  onRefresh: () => Promise<unknown>
}

function Asking({ allowance, signups, first, onRefresh }: AskingProps) {
  const t = useText(leaveText)
  const wish = useLeaveWish(signups, { allowance, first })
  const { signupId, leaveOn, part, minutes, ofYear } = wish
  return (
    <Page title={t.ask} onRefresh={onRefresh} footer={<AskBar {...{ signupId, leaveOn, part, minutes, ofYear }} />}>
      <AskForm signups={signups} allowance={allowance} wish={wish} />
    </Page>
  )
}
