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
import { Chips } from '@/ui/Chips'
import { Dialog } from '@/ui/Dialog'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { RecordList } from '@/ui/RecordList'
import { Tag } from '@/ui/Tag'
import styles from '@/features/admin/admin.module.scss'

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
    <Page title={t.roles} isWide onRefresh={grants.refetch}>
      <Chips
        label={t.role}
        choices={[{ value: 'all', words: t.allRoles }, ...roles.map((value) => ({ value, words: roleNames[value][language] }))]}
        value={role}
        onChange={setRole}
        scrolls
      />
      <Notice>{t.rolesNote}</Notice>
      <RecordList
        of={grants}
        keyOf={({ id }) => id}
        empty={<Empty icon="shield" title={t.rolesNone} detail={t.rolesNoneDetail} />}
        heads={{ title: t.columns.name, end: t.columns.state }}
        start={({ employee }) => <Avatar name={employee.name} />}
        title={({ employee }) => employee.name}
        facts={[
          { head: t.role, of: ({ role, branch }) => [roleNames[role][language], branch?.name].filter(Boolean).join(' · ') },
          { head: t.columns.department, of: ({ employee }) => employee.department },
          { head: t.columns.term, of: (grant) => termWords(grant, deviceNow(), language) },
        ]}
        end={(grant) => {
          const state = termState(grant, deviceNow())
          const isOpen = state === 'held' || state === 'coming'
          return (
            <View className={styles.ends}>
              <Tag tone={termTone[state]}>{t.termStates[state]}</Tag>
              {isOpen && mayEnd && grant.employee.id !== login?.me.employee.id && (
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
          )
        }}
      />
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
