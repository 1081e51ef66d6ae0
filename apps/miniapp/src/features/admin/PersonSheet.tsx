import { shanghaiDay } from '@yijian/shared/kernel/time'
import { roles } from '@yijian/shared/people/roles'
import type { Role } from '@yijian/shared/people/roles'
import type { Employee } from '@yijian/shared/people/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Button } from '@/ui/Button'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { DateInput, Select } from '@/ui/form/pickers'
import { Notice } from '@/ui/Notice'
import { Sheet } from '@/ui/Sheet'
import { adminText } from './text'

interface PersonProps {
  person: Employee
  onClose: () => void
}

/** What may be done for a person: HR looks after login and departure, an operator gives roles. */
export function PersonSheet({ person, onClose }: PersonProps) {
  const login = useLogin()
  const holds = (wanted: Role) => login?.me.roles.some(({ role }) => role === wanted) ?? false
  return (
    <Sheet isOpen title={`${person.name} · ${person.employeeNo}`} onClose={onClose}>
      <View className="stack">
        <View className="t-body t-muted">{[person.department, person.city, person.region].join(' · ')}</View>
        {holds('hr') && <BindCode person={person} />}
        {holds('hr') && person.leftOn === null && <Departure person={person} onClose={onClose} />}
        {holds('operator') && person.id !== login?.me.employee.id && <GrantRole person={person} onClose={onClose} />}
      </View>
    </Sheet>
  )
}

function BindCode({ person }: { person: Employee }) {
  const t = useText(adminText)
  const { language } = useSettings()
  const params = { employeeId: person.id }
  const give = useToldAction((_: string, options) => api.createBindCode({ params }, options), {
    changes: [],
    done: ({ code }) => t.codeIs(code),
  })
  const unbind = useToldAction((_: string, options) => api.endWeChatBinding({ params }, options), {
    changes: [],
    done: ({ ended }) => t.unbound(ended),
  })
  return (
    <>
      {give.output && (
        <Notice tone="brand" icon="lock">
          {`${t.codeIs(give.output.code)} · ${t.codeUntil(moment(give.output.expiresAt, deviceNow(), language))}`}
        </Notice>
      )}
      <Button id="give-code" kind="soft" icon="lock" busy={give.isBusy} onTap={() => give.start(person.id)}>
        {t.giveCode}
      </Button>
      <View className="t-small">{t.unbindDetail}</View>
      <Button id="end-binding" kind="soft" icon="link" busy={unbind.isBusy} onTap={() => unbind.start(person.id)}>
        {t.unbind}
      </Button>
    </>
  )
}

function Departure({ person, onClose }: PersonProps) {
  const t = useText(adminText)
  const [leftOn, setLeftOn] = useState('')
  const depart = useToldAction(
    (day: string, options) => api.recordDeparture({ params: { employeeId: person.id }, body: { leftOn: day } }, options),
    { changes: ['listEmployees'], done: t.departed, onDone: onClose },
  )
  return (
    <>
      <Field label={t.departDay}>
        <DateInput value={leftOn} onChange={setLeftOn} min={person.hiredOn} />
      </Field>
      <Button
        id="record-departure"
        kind="danger"
        busy={depart.isBusy}
        disabledReason={leftOn === '' ? t.incomplete : undefined}
        onTap={() => depart.start(leftOn)}
      >
        {t.depart}
      </Button>
    </>
  )
}

function GrantRole({ person, onClose }: PersonProps) {
  const t = useText(adminText)
  const branches = useRead('listBranches', { query: { limit: 100 } })
  const [role, setRole] = useState<Role>()
  const [branchId, setBranchId] = useState<string>()
  const [startsOn, setStartsOn] = useState(() => shanghaiDay(deviceNow()))
  const grant = useToldAction((body: Parameters<typeof api.grantRole>[0]['body'], options) => api.grantRole({ body }, options), {
    changes: ['listRoleGrants'],
    done: t.granted,
    onDone: onClose,
  })
  const leads = role === 'branch-lead'
  const ready = role !== undefined && startsOn !== '' && (!leads || branchId !== undefined)
  return (
    <>
      <Field label={t.role}>
        <Select choices={roles.map((value) => ({ value, words: t.roleNames[value] }))} value={role} onChange={setRole} />
      </Field>
      {leads && (
        <Field label={t.branch}>
          <Select
            choices={(branches.data?.items ?? []).map(({ id, name }) => ({ value: id, words: name }))}
            value={branchId}
            onChange={setBranchId}
          />
        </Field>
      )}
      <Field label={t.from}>
        <DateInput value={startsOn} onChange={setStartsOn} />
      </Field>
      <Button
        id="grant-role"
        busy={grant.isBusy}
        disabledReason={ready ? undefined : t.incomplete}
        onTap={() => role && grant.start({ employeeId: person.id, role, startsOn, ...(leads && branchId ? { branchId } : {}) })}
      >
        {t.grant}
      </Button>
    </>
  )
}
