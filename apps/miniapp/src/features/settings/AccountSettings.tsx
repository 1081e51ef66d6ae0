import { useState } from 'react'
import { useLogin } from '@/api/login'
import { useText } from '@/i18n/use-text'
import { Avatar } from '@/ui/Avatar'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Dialog } from '@/ui/Dialog'
import { Section } from '@/ui/Section'
import { BindCodeCell } from './BindCodeCell'
import { settingsText } from './text'
import { useLogOut } from './use-log-out'

/** Who is logged in here, and the ways out. */
export function AccountSettings() {
  const t = useText(settingsText)
  const login = useLogin()
  const [asked, setAsked] = useState<'here' | 'everywhere'>()
  const logOut = useLogOut(() => setAsked(undefined))
  if (!login) return null
  const { employee, wechatBound } = login.me
  const isEverywhere = asked === 'everywhere'
  return (
    <Section title={t.account}>
      <Card flush>
        <Cell start={<Avatar name={employee.name} />} title={employee.name} detail={`${employee.department} · ${employee.city}`} />
        {!wechatBound && <BindCodeCell />}
        <Cell icon="log-out" tone="neutral" title={t.logOut} onTap={() => setAsked('here')} />
        <Cell icon="lock" tone="danger" title={t.logOutEverywhere} detail={t.logOutEverywhereDetail} onTap={() => setAsked('everywhere')} />
      </Card>
      <Dialog
        isOpen={asked !== undefined}
        title={isEverywhere ? t.everywhereQuestion : t.logOutQuestion}
        detail={isEverywhere ? t.everywhereConsequence : t.logOutConsequence}
        confirm={t.confirmLogOut}
        kind="danger"
        busy={logOut.isBusy}
        onConfirm={() => logOut.start(isEverywhere)}
        onClose={() => setAsked(undefined)}
      />
    </Section>
  )
}
