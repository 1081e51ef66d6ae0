import { addDays, shanghaiDay, startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { lastDayOf } from '@yijian/shared/points/rules'
import type { PointTask, PointTaskAccount } from '@yijian/shared/points/shapes'
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
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Dialog } from '@/ui/Dialog'
import { Empty } from '@/ui/Empty'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PagedList } from '@/ui/PagedList'
import { Tag } from '@/ui/Tag'

/** What points are given for, coming, running and ended. */
export default function PointTasksPage() {
  const t = useText(taskDeskText)
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
    <Page title={t.deskTitle} onRefresh={tasks.refetch} footer={footer}>
      <Notice>{t.deskNote}</Notice>
      <PagedList
        of={tasks}
        keyOf={({ task }) => task.id}
        empty={<Empty icon="points" title={t.noDeskTasks} detail={t.noDeskTasksDetail} />}
      >
        {(account) => (
          <Card flush>
            <TaskCell account={account} onEnd={() => setChosen(account.task)} />
          </Card>
        )}
      </PagedList>
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

function TaskCell({ account: { task, people, pointsGiven }, onEnd }: { account: PointTaskAccount; onEnd: () => void }) {
  const t = useText(taskDeskText)
  const { language } = useSettings()
  const today = shanghaiDay(deviceNow())
  const lastOn = lastDayOf(task)
  const isOver = task.endedOn !== null || (lastOn !== null && lastOn < today)
  const isComing = task.fromOn >= addDays(today, 1)
  const facts = [t.kinds[task.kind], t.facts[task.fact], t.plus(task.points), people > 0 && t.given(people, pointsGiven)].filter(Boolean)
  const state = isOver ? (
    <Tag>{t.ended}</Tag>
  ) : isComing ? (
    <Tag tone="info">{t.coming(dayText(startOfShanghaiDay(task.fromOn), deviceNow(), language))}</Tag>
  ) : (
    <Tag tone="brand">{t.running}</Tag>
  )
  return <Cell title={task.title} detail={keepFigures(facts.join(' · '))} end={state} onTap={isOver ? undefined : onEnd} />
}
