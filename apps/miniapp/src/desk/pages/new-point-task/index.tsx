import type { CreatePointTaskInput } from '@yijian/shared/points/shapes'
import { api } from '@/api/client'
import { useAction } from '@/api/use-action'
import { taskDeskText } from '@/features/shop-desk/task-text'
import { TaskForm } from '@/features/shop-desk/TaskForm'
import { useText } from '@/i18n/use-text'
import { goBack } from '@/lib/routes'
import { toast } from '@/platform/toast'
import { Page } from '@/ui/Page'

export default function NewPointTaskPage() {
  const t = useText(taskDeskText)
  const create = useAction((body: CreatePointTaskInput, options) => api.createPointTask({ body }, options), {
    changes: ['listPointTasks'],
    onDone: () => {
      toast(t.created)
      goBack()
    },
  })
  return (
    <Page title={t.newTask}>
      <TaskForm busy={create.isBusy} error={create.error} onSave={create.start} />
    </Page>
  )
}
