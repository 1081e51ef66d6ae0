import { actionWords } from '@yijian/shared/audit/actions'
import { auditGroups } from '@yijian/shared/audit/shapes'
import type { AuditGroup, AuditLine } from '@yijian/shared/audit/shapes'
import { useState } from 'react'
import { usePages } from '@/api/use-read'
import styles from '@/features/admin/admin.module.scss'
import { AuditSheet } from '@/features/admin/AuditSheet'
import { detailLines, subjectWords } from '@/features/admin/audit-lines'
import { auditText, groupNames } from '@/features/admin/audit-words'
import { adminText } from '@/features/admin/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { routes, useParams } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chips } from '@/ui/Chips'
import { Text, View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { DateInput } from '@/ui/form/pickers'
import { Field } from '@/ui/form/Field'
import { Notice } from '@/ui/Notice'
import { PagedList } from '@/ui/PagedList'
import { Page } from '@/ui/Page'
import { SearchBox } from '@/ui/SearchBox'

/** One thing or one person that the list was narrowed to from a line. */
interface Focus {
  filter: { subject: string } | { actorId: string }
  words: string
}

/** What was done, by whom and to what, for the auditor. */
export default function AuditPage() {
  const t = useText(auditText)
  const title = useText(adminText).audit
  const { language } = useSettings()
  const [person, setPerson] = useState('')
  const [group, setGroup] = useState<AuditGroup | 'all'>('all')
  const [day, setDay] = useState('')
  const [focus, setFocus] = useFocus()
  const [chosen, setChosen] = useState<AuditLine>()
  const query = {
    ...(person.trim() === '' ? {} : { person: person.trim() }),
    ...(group === 'all' ? {} : { group }),
    ...(day === '' ? {} : { day }),
    ...focus?.filter,
  }
  const lines = usePages('listAuditRecords', { query })
  const actorOf = ({ actor, actorKind }: AuditLine) =>
    actor?.name ?? { employee: t.gone, system: t.system, anonymous: t.anonymous }[actorKind]
  const narrow = (to: Focus) => {
    setFocus(to)
    setChosen(undefined)
  }
  const choices = [{ value: 'all' as const, words: t.all }, ...auditGroups.map((value) => ({ value, words: groupNames[value][language] }))]
  return (
    <Page title={title} onRefresh={lines.refetch}>
      <SearchBox label={t.person} clearLabel={t.clear} value={person} onSearch={setPerson} />
      <Chips label={t.group} choices={choices} value={group} onChange={setGroup} scrolls />
      <Field label={t.day} isOptional>
        <DateInput value={day} onChange={setDay} />
      </Field>
      {focus ? (
        <View className="between">
          <View className="t-strong grow">{t.only(focus.words)}</View>
          <Button id="show-all" kind="soft" size="small" icon="close" onTap={() => setFocus(undefined)}>
            {t.drop}
          </Button>
        </View>
      ) : (
        <Notice>{t.note}</Notice>
      )}
      <PagedList of={lines} keyOf={({ id }) => id} empty={<Empty icon="history" title={t.empty} detail={t.emptyDetail} />}>
        {(line) => (
          <Card onTap={() => setChosen(line)}>
            <View className="between">
              <View className="t-strong">{actionWords(line.action)?.[language] ?? line.action}</View>
              <View className={styles.time}>{moment(line.at, deviceNow(), language)}</View>
            </View>
            <View className="t-body t-muted">{`${actorOf(line)} → ${subjectWords(line, language)}`}</View>
            <Details line={line} />
            <View className="t-small">
              <Text className={styles.code}>{`${line.action} · ${line.subject}`}</Text>
            </View>
          </Card>
        )}
      </PagedList>
      {chosen && (
        <AuditSheet
          key={chosen.id}
          line={chosen}
          actor={actorOf(chosen)}
          onSubject={(line) => narrow({ filter: { subject: line.subject }, words: subjectWords(line, language) })}
          onPerson={(line) => line.actor && narrow({ filter: { actorId: line.actor.id }, words: line.actor.name })}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Page>
  )
}

/** What the list is narrowed to; another page may have asked for the traces of one thing. */
function useFocus() {
  const { subject } = useParams(routes.auditLog)
  const { language } = useSettings()
  return useState<Focus | undefined>(() =>
    subject ? { filter: { subject }, words: subjectWords({ subject, names: {} }, language) } : undefined,
  )
}

/** The first values, as much as fits beside each other; the rest stands in the sheet. */
function Details({ line }: { line: AuditLine }) {
  const { language } = useSettings()
  const { none } = useText(auditText)
  const told = detailLines(line, language)
    .filter(({ value }) => value !== none)
    .slice(0, 4)
  if (told.length === 0) return null
  return (
    <View className={styles.details}>
      {told.map(({ code, label, value }) => (
        <View key={code} className={styles.detail}>
          <Text className={styles.detailName}>{label}</Text>
          <Text className={styles.detailValue}>{value}</Text>
        </View>
      ))}
    </View>
  )
}
