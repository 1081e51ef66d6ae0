import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import { OwnEntries } from '@/features/me/OwnEntries'
import { ProfileCard } from '@/features/me/ProfileCard'
import { meText } from '@/features/me/text'
import { WorkEntries } from '@/features/me/WorkEntries'
import { InboxEntry } from '@/features/notify/InboxEntry'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Columns } from '@/ui/Columns'
import { Page } from '@/ui/Page'

export default function MePage() {
  const t = useText(meText)
  const login = useLogin()
  const enabled = login !== undefined
  // The login knows me as of its last renewal; roles and hosting may have changed since.
  const me = useRead('getMe', {}, { enabled })
  const balances = useRead('getMyBalances', {}, { enabled })
  const known = me.data ?? login?.me
  return (
    <Page title={t.title} tab="me" isWide onRefresh={() => Promise.all([me.refetch(), balances.refetch()])}>
      <Columns
        first={
          <>
            {known && <ProfileCard me={known} balances={balances} />}
            {known && <InboxEntry />}
            <OwnEntries />
          </>
        }
        second={
          <>
            {known && <WorkEntries me={known} />}
            <Card flush>
              <Cell icon="settings" tone="neutral" title={t.settings} detail={t.settingsDetail} onTap={() => go(routes.settings)} />
            </Card>
          </>
        }
      />
    </Page>
  )
}
