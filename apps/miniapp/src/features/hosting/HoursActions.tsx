import type { Confirmation, Confirmed, HoursLine } from '@yijian/shared/hours/shapes'
import { isBefore } from '@yijian/shared/kernel/time'
import type { Session } from '@yijian/shared/project/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { confirmationsOf, confirmedOf, lacksReason, minutesOf, toConfirm, toIssue } from './confirmations'
import type { TypedLines } from './confirmations'
import { hostedHoursText } from './hours-text'

const changes = ['listSessionHours', 'listToDos', 'getSession', 'listHoursToIssue'] as const

interface HoursActionsProps {
  session: Session
  lines: readonly HoursLine[]
  typed: TypedLines
}

/** First confirm everybody, then issue: one step at a time at the thumb. */
export function HoursActions({ session, lines, typed }: HoursActionsProps) {
  const t = useText(hostedHoursText)
  const { language } = useSettings()
  const params = { sessionId: session.id }
  const complete = useToldAction((items: Confirmation[], options) => api.completeHours({ params, body: { items } }, options), {
    changes,
    done: t.completed,
  })
  const waiting = toConfirm(lines)
  const ready = toIssue(lines)
  const sum = (some: readonly HoursLine[]) => some.reduce((total, line) => total + minutesOf(line, typed), 0)

  if (lines.length === 0) return null
  if (isBefore(deviceNow(), session.endsAt))
    return (
      <BottomBar>
        <Button disabledReason={t.notOver(moment(session.endsAt, deviceNow(), language))} onTap={() => undefined}>
          {t.complete(waiting.length)}
        </Button>
      </BottomBar>
    )
  if (waiting.length > 0) {
    const lacking = waiting.filter((line) => lacksReason(line, typed)).length
    return (
      <BottomBar note={lacking === 0 ? t.completeNote(sum(waiting)) : undefined}>
        <Button
          id="complete-hours"
          busy={complete.isBusy}
          disabledReason={lacking > 0 ? t.completeBlocked(lacking) : undefined}
          onTap={() => complete.start(confirmationsOf(lines, typed))}
        >
          {t.complete(waiting.length)}
        </Button>
      </BottomBar>
    )
  }
  if (ready.length > 0) return <IssueBar sessionId={session.id} ready={ready} minutes={sum(ready)} />
  return <BottomBar note={lines.some(({ state }) => state === 'completed') ? t.waitingLead : t.allDone}>{null}</BottomBar>
}

function IssueBar({ sessionId, ready, minutes }: { sessionId: string; ready: readonly HoursLine[]; minutes: number }) {
  const t = useText(hostedHoursText)
  const people = ready.length
  const [isAsking, setAsking] = useState(false)
  const issue = useToldAction((items: Confirmed[], options) => api.issueHours({ params: { sessionId }, body: { items } }, options), {
    changes,
    done: ({ items }) => t.issued(items.length),
    onDone: () => setAsking(false),
  })
  return (
    <>
      <BottomBar note={t.issueNote}>
        <Button id="issue-hours" onTap={() => setAsking(true)}>
          {t.issue(people)}
        </Button>
      </BottomBar>
      <Dialog
        isOpen={isAsking}
        title={t.issueTitle}
        detail={t.issueDetail(people, minutes)}
        confirm={t.issue(people)}
        busy={issue.isBusy}
        onConfirm={() => issue.start(confirmedOf(ready))}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
