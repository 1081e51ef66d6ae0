import { addDays, shanghaiDay, startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { pointTaskKindNames } from '@yijian/shared/points/names'
import { lastDayOf } from '@yijian/shared/points/rules'
import type { PointTask } from '@yijian/shared/points/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { usePages } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { taskDeskText } from '@/features/shop-desk/task-text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, keepFigures } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Empty } from '@/ui/Empty'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { RecordList } from '@/ui/RecordList'
import { Tag } from '@/ui/Tag'

/** What points are given for, coming, running and ended. */
export default function PointTasksPage() {
  const t = useText(taskDeskText)
  const { language } = useSettings()
  const tasks = usePages('listPointTasks', { query: {} })
  const [chosen, setChosen] = useState<PointTask>()
  const end = useToldAction((pointTaskId: string, options) => api.endPointTask({ params: { pointTaskId } }, options), {
    changes: ['listPointTasks', 'listMyPointTasks'],
    done: t.endedToast,
    onDone: () => setChosen(undefined),
  })
  const footer = (
    <BottomBar>
      <Button id="new-task" icon="plus" onTap={() => go(routes.newPointTask)}>
        {t.newTask}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.deskTitle} isWide onRefresh={tasks.refetch} footer={footer}>
      <Notice>{t.deskNote}</Notice>
      <RecordList
        of={tasks}
        keyOf={({ task }) => task.id}
        empty={<Empty icon="points" title={t.noDeskTasks} detail={t.noDeskTasksDetail} />}
        heads={{ title: t.columns.title, end: t.columns.state }}
        title={({ task }) => task.title}
        facts={[
          { head: t.columns.kind, of: ({ task }) => pointTaskKindNames[task.kind][language] },
          { head: t.columns.fact, of: ({ task }) => t.facts[task.fact] },
          { head: t.columns.given, of: ({ people, pointsGiven }) => (people > 0 ? keepFigures(t.given(people, pointsGiven)) : undefined) },
        ]}
        figure={{ head: t.columns.points, of: ({ task }) => t.plus(task.points) }}
        end={({ task }) => <StateTag task={task} />}
        onTap={({ task }) => (isOver(task) ? undefined : () => setChosen(task))}
      />
      <Dialog
        isOpen={chosen !== undefined}
        title={t.end}
        detail={t.endDetail}
        confirm={t.end}
        kind="danger"
        busy={end.isBusy}
        onConfirm={() => chosen && end.start(chosen.id)}
        onClose={() => setChosen(undefined)}
      />
    </Page>
  )
}

function isOver(task: PointTask): boolean {
  const lastOn = lastDayOf(task)
  return task.endedOn !== null || (lastOn !== null && lastOn < shanghaiDay(deviceNow()))
}

function StateTag({ task }: { task: PointTask }) {
  const t = useText(taskDeskText)
  const { language } = useSettings()
  if (isOver(task)) return <Tag>{t.ended}</Tag>
  if (task.fromOn < addDays(shanghaiDay(deviceNow()), 1)) return <Tag tone="brand">{t.running}</Tag>
  return <Tag tone="info">{t.coming(dayText(startOfShanghaiDay(task.fromOn), deviceNow(), language))}</Tag>
}
