import type { RoleGrant } from '@yijian/shared/people/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { useLogin } from '@/api/login'
import { usePages } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { adminText } from '@/features/admin/text'
import { useText } from '@/i18n/use-text'
import { Avatar } from '@/ui/Avatar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Dialog } from '@/ui/Dialog'
import { Empty } from '@/ui/Empty'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PagedList } from '@/ui/PagedList'
import { Tag } from '@/ui/Tag'

/** Who holds which role, now and before; an operator ends one, never their own. */
export default function RolesPage() {
  const t = useText(adminText)
  const login = useLogin()
  const grants = usePages('listRoleGrants', { query: {} })
  const [chosen, setChosen] = useState<RoleGrant>()
  const end = useToldAction(({ id }: RoleGrant, options) => api.endRoleGrant({ params: { roleGrantId: id } }, options), {
    changes: ['listRoleGrants'],
    done: t.ended,
    onDone: () => setChosen(undefined),
  })
  const mayEnd = login?.me.roles.some(({ role }) => role === 'operator') ?? false
  return (
    <Page title={t.roles} onRefresh={grants.refetch}>
      <Notice>{t.peopleNote}</Notice>
      <PagedList of={grants} keyOf={({ id }) => id} empty={<Empty icon="shield" title={t.rolesNone} />}>
        {(grant) => (
          <Card flush>
            <Cell
              start={<Avatar name={grant.employee.name} />}
              title={`${grant.employee.name} · ${t.roleNames[grant.role]}`}
              detail={[grant.branch?.name, grant.employee.department, `${grant.startsOn} – ${grant.endsOn ?? ''}`]
                .filter(Boolean)
                .join(' · ')}
              end={
                grant.endedAt ? (
                  <Tag>{t.roleEnded}</Tag>
                ) : mayEnd && grant.employee.id !== login?.me.employee.id ? (
                  <Button kind="soft" size="small" onTap={() => setChosen(grant)}>
                    {t.endRole}
                  </Button>
                ) : undefined
              }
            />
          </Card>
        )}
      </PagedList>
      <Dialog
        isOpen={chosen !== undefined}
        title={t.endRole}
        kind="danger"
        detail={chosen ? t.endRoleDetail(chosen.employee.name, t.roleNames[chosen.role]) : ''}
        confirm={t.endRole}
        busy={end.isBusy}
        onConfirm={() => chosen && end.start(chosen)}
        onClose={() => setChosen(undefined)}
      />
    </Page>
  )
}
