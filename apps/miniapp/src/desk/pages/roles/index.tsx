import { roleNames, roles } from '@yijian/shared/people/roles'
import type { Role } from '@yijian/shared/people/roles'
import type { RoleGrant } from '@yijian/shared/people/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { useLogin } from '@/api/login'
import { usePages } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { termState, termWords } from '@/features/admin/role-words'
import { adminText } from '@/features/admin/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { useSettings } from '@/lib/settings'
import { Avatar } from '@/ui/Avatar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Chips } from '@/ui/Chips'
import { Dialog } from '@/ui/Dialog'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PagedList } from '@/ui/PagedList'
import { Tag } from '@/ui/Tag'

const termTone = { held: 'brand', coming: 'info', over: 'neutral', ended: 'neutral' } as const

/** Who holds which role, now and before; an operator ends one, never their own. */
export default function RolesPage() {
  const t = useText(adminText)
  const login = useLogin()
  const { language } = useSettings()
  const [role, setRole] = useState<Role | 'all'>('all')
  const grants = usePages('listRoleGrants', { query: role === 'all' ? {} : { role } })
  const [chosen, setChosen] = useState<RoleGrant>()
  const end = useToldAction(({ id }: RoleGrant, options) => api.endRoleGrant({ params: { roleGrantId: id } }, options), {
    changes: ['listRoleGrants'],
    done: t.ended,
    onDone: () => setChosen(undefined),
  })
  const mayEnd = login?.me.roles.some(({ role }) => role === 'operator') ?? false
  return (
    <Page title={t.roles} onRefresh={grants.refetch}>
      <Chips
        label={t.role}
        choices={[{ value: 'all', words: t.allRoles }, ...roles.map((value) => ({ value, words: roleNames[value][language] }))]}
        value={role}
        onChange={setRole}
        scrolls
      />
      <Notice>{t.rolesNote}</Notice>
      <PagedList of={grants} keyOf={({ id }) => id} empty={<Empty icon="shield" title={t.rolesNone} detail={t.rolesNoneDetail} />}>
        {(grant) => {
          const state = termState(grant, deviceNow())
          const isMine = grant.employee.id === login?.me.employee.id
          const open = state === 'held' || state === 'coming'
          return (
            <Card>
              <Cell
                start={<Avatar name={grant.employee.name} />}
                title={`${grant.employee.name} · ${roleNames[grant.role][language]}`}
                detail={[grant.branch?.name, grant.employee.department].filter(Boolean).join(' · ')}
                end={<Tag tone={termTone[state]}>{t.termStates[state]}</Tag>}
              />
              <View className="between">
                <View className="t-body t-muted grow">{termWords(grant, deviceNow(), language)}</View>
                {open && mayEnd && !isMine && (
                  <Button
                    kind="soft"
                    size="small"
                    label={t.endRoleOf(grant.employee.name, roleNames[grant.role][language])}
                    onTap={() => setChosen(grant)}
                  >
                    {t.endRole}
                  </Button>
                )}
              </View>
            </Card>
          )
        }}
      </PagedList>
      <Dialog
        isOpen={chosen !== undefined}
        title={t.endRole}
        kind="danger"
        detail={chosen ? t.endRoleDetail(chosen.employee.name, roleNames[chosen.role][language]) : ''}
        confirm={t.endRole}
        busy={end.isBusy}
        onConfirm={() => chosen && end.start(chosen)}
        onClose={() => setChosen(undefined)}
      />
    </Page>
  )
}
