import { useState } from 'react'
import { usePages } from '@/api/use-read'
import { adminText } from '@/features/admin/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { DateInput } from '@/ui/form/pickers'
import { Field } from '@/ui/form/Field'
import { TextInput } from '@/ui/form/TextInput'
import { Notice } from '@/ui/Notice'
import { PagedList } from '@/ui/PagedList'
import { Page } from '@/ui/Page'

const nothing = { actorId: '', action: '', subject: '', day: '' }

/** What was done, by whom and to what, for the auditor. */
export default function AuditPage() {
  const t = useText(adminText)
  const { language } = useSettings()
  const [typed, setTyped] = useState(nothing)
  const [asked, setAsked] = useState(nothing)
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value.trim() !== ''))
  const lines = usePages('listAuditRecords', { query })
  const set = (name: keyof typeof nothing) => (value: string) => setTyped((before) => ({ ...before, [name]: value }))
  const actorOf = (kind: 'employee' | 'system' | 'anonymous', name: string | undefined) =>
    name ?? { employee: '', system: t.system, anonymous: t.anonymous }[kind]
  return (
    <Page title={t.audit} isWide onRefresh={lines.refetch}>
      <Notice>{t.auditNote}</Notice>
      <Card>
        <View className="stack">
          <Field label={t.subject} isOptional>
            <TextInput kind="code" value={typed.subject} onChange={set('subject')} maxLength={48} />
          </Field>
          <Field label={t.actor} isOptional>
            <TextInput kind="code" value={typed.actorId} onChange={set('actorId')} maxLength={17} />
          </Field>
          <Field label={t.action} isOptional>
            <TextInput kind="code" value={typed.action} onChange={set('action')} maxLength={48} placeholder="role.granted" />
          </Field>
          <Field label={t.day} isOptional>
            <DateInput value={typed.day} onChange={set('day')} />
          </Field>
          <Button id="find-records" icon="search" onTap={() => setAsked(typed)}>
            {t.filter}
          </Button>
        </View>
      </Card>
      <PagedList of={lines} keyOf={({ id }) => id} empty={<Empty icon="history" title={t.auditEmpty} />}>
        {({ at, actor, actorKind, action, subject, detail }) => (
          <Card flush>
            <Cell
              icon="history"
              tone="neutral"
              title={`${action} · ${actorOf(actorKind, actor?.name)}`}
              detail={[moment(at, deviceNow(), language), subject, JSON.stringify(detail)].join(' · ')}
            />
          </Card>
        )}
      </PagedList>
    </Page>
  )
}
