import type { MySignup } from '@yijian/shared/signup/shapes'
import { useLogin } from '@/api/login'
import { usePages } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { span } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { SessionRow } from '@/features/project/SessionRow'
import { Empty } from '@/ui/Empty'
import { PagedList } from '@/ui/PagedList'
import { Tag } from '@/ui/Tag'
import { signupText } from './text'

export type SignupWhen = 'coming' | 'past'

export function useMySignups(when: SignupWhen) {
  return usePages('listMySignups', { query: { when } }, { enabled: useLogin() !== undefined })
}

interface MySignupListProps {
  when: SignupWhen
  signups: ReturnType<typeof useMySignups>
}

/** My sign-ups with where I stand in each. */
export function MySignupList({ when, signups }: MySignupListProps) {
  const t = useText(signupText)
  const { language } = useSettings()
  const nothing =
    when === 'coming' ? (
      <Empty icon="calendar" title={t.noComing} detail={t.noComingDetail} action={{ words: t.findOne, onTap: () => go(routes.projects) }} />
    ) : (
      <Empty icon="history" title={t.noPast} detail={t.noPastDetail} />
    )
  return (
    <PagedList of={signups} keyOf={({ signup }) => signup.id} empty={nothing}>
      {({ signup, session }) => (
        <SessionRow
          session={session}
          time={span(session.startsAt, session.endsAt, deviceNow(), language)}
          tags={<PlaceTag signup={signup} />}
          showsPlaces={false}
        />
      )}
    </PagedList>
  )
}

function PlaceTag({ signup }: { signup: MySignup['signup'] }) {
  const t = useText(signupText)
  if (signup.state === 'waitlisted') return <Tag tone="gold">{t.waitlistPlace(signup.waitlistPosition ?? 1)}</Tag>
  if (signup.state === 'cancelled') return <Tag>{signup.lateCancel ? t.lateCancelled : t.states.cancelled}</Tag>
  return <Tag tone="brand">{t.states.confirmed}</Tag>
}
