import type { ToIssue } from '@yijian/shared/hours/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { usePages } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import styles from '@/features/desk/desk.module.scss'
import { deskText } from '@/features/desk/text'
import { useText } from '@/i18n/use-text'
import { clockTime, hoursText } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Avatar } from '@/ui/Avatar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Dialog } from '@/ui/Dialog'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PagedList } from '@/ui/PagedList'

/** Hours of hosts, which a second person issues. */
export default function OwnHoursPage() {
  const t = useText(deskText)
  const waiting = usePages('listHoursToIssue', { query: {} })
  const [chosenId, setChosenId] = useState<string>()
  // As the list holds it now: the host may confirm other minutes while the question stands.
  const chosen = waiting.items?.find(({ line }) => line.attendanceId === chosenId)
  const issue = useToldAction(
    ({ sessionId, line }: ToIssue, options) =>
      api.issueHours(
        { params: { sessionId }, body: { items: [{ attendanceId: line.attendanceId, minutes: line.minutes ?? 0 }] } },
        options,
      ),
    {
      changes: ['listHoursToIssue', 'listToDos', 'listSessionHours'],
      done: ({ items }) => t.issued(items.length),
      onDone: () => setChosenId(undefined),
    },
  )
  return (
    <Page title={t.ownHours} onRefresh={waiting.refetch}>
      <Notice tone="info">{t.ownHoursNote}</Notice>
      <PagedList
        of={waiting}
        keyOf={({ line }) => line.attendanceId}
        empty={<Empty icon="check" title={t.noOwnHours} detail={t.noOwnHoursDetail} />}
      >
        {(item) => <Waiting item={item} onIssue={() => setChosenId(item.line.attendanceId)} />}
      </PagedList>
      <Dialog
        isOpen={chosen !== undefined}
        title={t.ownHours}
        detail={chosen ? t.issueDetail(chosen.line.person.name, chosen.line.minutes ?? 0) : ''}
        confirm={t.issue}
        busy={issue.isBusy}
        onConfirm={() => chosen && issue.start(chosen)}
        onClose={() => setChosenId(undefined)}
      />
    </Page>
  )
}

function Waiting({ item: { line, sessionTitle }, onIssue }: { item: ToIssue; onIssue: () => void }) {
  const t = useText(deskText)
  const { language } = useSettings()
  const facts = [
    sessionTitle,
    t.presence(clockTime(line.inAt), line.outAt && clockTime(line.outAt)),
    line.completedBy && t.confirmedBy(line.completedBy.name),
    line.reason,
  ]
  return (
    <Card>
      <View className="stack">
        <Cell
          start={<Avatar name={line.person.name} />}
          title={`${line.person.name} · ${hoursText(line.minutes ?? 0, language)}`}
          detail={facts.filter(Boolean).join(' · ')}
        />
        <View className={styles.ends}>
          <Button size="small" onTap={onIssue}>
            {t.issue}
          </Button>
        </View>
      </View>
    </Card>
  )
}
