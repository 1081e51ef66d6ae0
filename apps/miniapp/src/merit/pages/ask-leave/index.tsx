import type { LeaveAllowance } from '@yijian/shared/leave/shapes'
import type { MySignup } from '@yijian/shared/signup/shapes'
import { usePages, useRead } from '@/api/use-read'
import { AskBar } from '@/features/leave/AskBar'
import { AskForm } from '@/features/leave/AskForm'
import { askedAlready } from '@/features/leave/leave-wish'
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
  const requests = usePages('listMyLeave', { query: { limit: MANY } })
  const refresh = () => Promise.all([mine.refetch(), signups.refetch(), requests.refetch()])
  const free = signups.items && signupsToTake(signups.items)
  if (mine.data && requests.items && free && free.length > 0)
    return <Asking allowance={mine.data} signups={free} asked={askedAlready(requests.items)} first={signupId} onRefresh={refresh} />
  return (
    <Page title={t.ask} onRefresh={refresh}>
      <Loaded of={mine}>
        {() => (
          <Loaded of={{ ...requests, data: requests.items }}>
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
        )}
      </Loaded>
    </Page>
  )
}

interface AskingProps {
  allowance: LeaveAllowance
  signups: readonly MySignup[]
  asked: ReadonlySet<string>
  first: string | undefined
  onRefresh: () => Promise<unknown>
}

function Asking({ allowance, signups, asked, first, onRefresh }: AskingProps) {
  const t = useText(leaveText)
  const wish = useLeaveWish(signups, { allowance, first, asked })
  const { signupId, leaveOn, part, minutes, ofYear } = wish
  return (
    <Page title={t.ask} onRefresh={onRefresh} footer={<AskBar {...{ signupId, leaveOn, part, minutes, ofYear }} />}>
      <AskForm signups={signups} asked={asked} allowance={allowance} wish={wish} />
    </Page>
  )
}
