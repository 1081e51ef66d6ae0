import { shanghaiDay } from '@yijian/shared/kernel/time'
import { roleNames, roles } from '@yijian/shared/people/roles'
import type { Role } from '@yijian/shared/people/roles'
import type { Employee } from '@yijian/shared/people/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { useLogin } from '@/api/login'
import { fieldError } from '@/api/problems'
import { useRead } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { DateInput, Select } from '@/ui/form/pickers'
import { Notice } from '@/ui/Notice'
import { Section } from '@/ui/Section'
import { Sheet } from '@/ui/Sheet'
import { adminText } from './text'

interface PersonProps {
  person: Employee
  onClose: () => void
}

/** What may be done for a person: HR looks after login and departure, an operator gives roles. */
export function PersonSheet({ person, onClose }: PersonProps) {
  const t = useText(adminText)
  const login = useLogin()
  const [asking, setAsking] = useState<'unbind' | 'depart'>()
  const [leftOn, setLeftOn] = useState('')
  const params = { employeeId: person.id }
  const unbind = useToldAction((_: string, options) => api.endWeChatBinding({ params }, options), {
    changes: [],
    done: ({ ended }) => t.unbound(ended),
  })
  const depart = useToldAction((day: string, options) => api.recordDeparture({ params, body: { leftOn: day } }, options), {
    changes: ['listEmployees'],
    done: t.departed,
    onDone: onClose,
  })
  const isMine = person.id === login?.me.employee.id
  const holds = (wanted: Role) => login?.me.roles.some(({ role }) => role === wanted) ?? false
  const confirm = () => {
    if (asking === 'depart') depart.start(leftOn)
    else unbind.start(person.id)
    setAsking(undefined)
  }
  return (
    <>
      <Sheet isOpen={asking === undefined} title={`${person.name} · ${person.employeeNo}`} onClose={onClose}>
        <View className="stack">
          <View className="t-body t-muted">{[person.department, person.city, person.region].join(' · ')}</View>
          {holds('hr') && (
            <Section title={t.loginPart}>
              <BindCode person={person} />
              <Button id="end-binding" kind="soft" icon="link" busy={unbind.isBusy} onTap={() => setAsking('unbind')}>
                {t.unbind}
              </Button>
            </Section>
          )}
          {holds('hr') && person.leftOn === null && (
            <Section title={t.departPart}>
              <Field label={t.departDay}>
                <DateInput value={leftOn} onChange={setLeftOn} min={person.hiredOn} />
              </Field>
              <Button
                id="record-departure"
                kind="danger"
                busy={depart.isBusy}
                disabledReason={leftOn === '' ? t.incomplete : undefined}
                onTap={() => setAsking('depart')}
              >
                {t.depart}
              </Button>
            </Section>
          )}
          {holds('operator') && (
            <Section title={t.grant}>{isMine ? <Notice>{t.ownRole}</Notice> : <GrantRole person={person} onClose={onClose} />}</Section>
          )}
        </View>
      </Sheet>
      <Dialog
        isOpen={asking !== undefined}
        kind="danger"
        title={asking === 'depart' ? t.departAsk(person.name) : t.unbindAsk(person.name)}
        detail={asking === 'depart' ? t.departDetail(leftOn) : t.unbindDetail}
        confirm={asking === 'depart' ? t.depart : t.unbindNow}
        onConfirm={confirm}
        onClose={() => setAsking(undefined)}
      />
    </>
  )
}

function BindCode({ person }: { person: Employee }) {
  const t = useText(adminText)
  const { language } = useSettings()
  const give = useToldAction((employeeId: string, options) => api.createBindCode({ params: { employeeId } }, options), {
    changes: [],
    done: ({ code }) => t.codeIs(code),
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
    </>
  )
}

function GrantRole({ person, onClose }: PersonProps) {
  const t = useText(adminText)
  const branches = useRead('listBranches', { query: { limit: 100 } })
  const [role, setRole] = useState<Role>()
  const [branchId, setBranchId] = useState<string>()
  const [startsOn, setStartsOn] = useState(() => shanghaiDay(deviceNow()))
  const [endsOn, setEndsOn] = useState('')
  const { language } = useSettings()
  const grant = useToldAction((body: Parameters<typeof api.grantRole>[0]['body'], options) => api.grantRole({ body }, options), {
    changes: ['listRoleGrants'],
    done: t.granted,
    onDone: onClose,
  })
  const leads = role === 'branch-lead'
  const give = () => {
    if (role === undefined) return
    const term = endsOn === '' ? { startsOn } : { startsOn, endsOn }
    grant.start({ employeeId: person.id, role, ...term, ...(leads && branchId ? { branchId } : {}) })
  }
  const ends = endsOn === '' || endsOn >= startsOn
  const ready = role !== undefined && startsOn !== '' && (!leads || branchId !== undefined) && ends
  return (
    <>
      <Field label={t.role}>
        <Select choices={roles.map((value) => ({ value, words: roleNames[value][language] }))} value={role} onChange={setRole} />
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
      <Field
        label={t.until}
        isOptional
        hint={t.untilHint}
        error={ends ? fieldError(grant.error, 'body.endsOn', language) : t.untilBeforeStart}
      >
        <DateInput value={endsOn} onChange={setEndsOn} min={startsOn} />
      </Field>
      <Button
        id="grant-role"
        busy={grant.isBusy}
        disabledReason={ready ? undefined : ends ? t.incomplete : t.untilBeforeStart}
        onTap={give}
      >
        {t.grant}
      </Button>
    </>
  )
}
