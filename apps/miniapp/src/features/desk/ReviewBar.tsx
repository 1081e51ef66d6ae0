import { useState } from 'react'
import { api } from '@/api/client'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { goBack } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { ReasonDialog } from '@/ui/ReasonDialog'
import { deskText } from './text'

/** Publish, or return with a reason. */
export function ReviewBar({ projectId }: { projectId: string }) {
  const t = useText(deskText)
  const [asking, setAsking] = useState<'publish' | 'return'>()
  const review = useToldAction(
    (body: { decision: 'published' | 'returned'; reason?: string }, options) => api.reviewProject({ params: { projectId }, body }, options),
    {
      changes: ['listProjectsInReview', 'getProject', 'listToDos', 'listProjects'],
      done: ({ state }) => (state === 'published' ? t.published : t.returned),
      onDone: () => {
        setAsking(undefined)
        goBack()
      },
    },
  )
  return (
    <>
      <BottomBar>
        <Button id="return-project" kind="soft" onTap={() => setAsking('return')}>
          {t.return}
        </Button>
        <Button id="publish-project" onTap={() => setAsking('publish')}>
          {t.publish}
        </Button>
      </BottomBar>
      <Dialog
        isOpen={asking === 'publish'}
        title={t.publishTitle}
        detail={t.publishDetail}
        confirm={t.publish}
        busy={review.isBusy}
        onConfirm={() => review.start({ decision: 'published' })}
        onClose={() => setAsking(undefined)}
      />
      <ReasonDialog
        isOpen={asking === 'return'}
        title={t.return}
        detail={t.returnDetail}
        busy={review.isBusy}
        onConfirm={(reason) => review.start({ decision: 'returned', reason })}
        onClose={() => setAsking(undefined)}
      />
    </>
  )
}
