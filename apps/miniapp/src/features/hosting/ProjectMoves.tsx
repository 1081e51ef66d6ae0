import type { Project } from '@yijian/shared/project/shapes'
import { useText } from '@/i18n/use-text'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { ReasonDialog } from '@/ui/ReasonDialog'
import { Section } from '@/ui/Section'
import { hostingText } from './text'
import type { useProjectMoves } from './use-project-moves'

interface ProjectMovesProps {
  project: Project
  moves: ReturnType<typeof useProjectMoves>
  asking: AskedMove | undefined
  setAsking: (move: AskedMove | undefined) => void
}

/** The moves that need a reason. */
export type AskedMove = 'pause' | 'close'

/** The rarer moves of a project: pause, publish again, end. */
export function ProjectMoves({ project: { state }, moves, asking, setAsking }: ProjectMovesProps) {
  const t = useText(hostingText)
  const move = asking && moves[asking]
  if (state === 'closed' || state === 'in-review') return null
  return (
    <Section title={t.more}>
      <Card flush>
        {state === 'published' && <Cell icon="clock" tone="gold" title={t.pause} onTap={() => setAsking('pause')} />}
        {state === 'paused' && <Cell icon="refresh" title={t.resume} onTap={() => moves.resume.start(undefined)} />}
        <Cell icon="close" tone="danger" title={t.close} onTap={() => setAsking('close')} />
      </Card>
      <ReasonDialog
        key={asking}
        isOpen={asking !== undefined}
        title={asking === 'pause' ? t.pause : t.close}
        detail={asking === 'pause' ? t.pauseDetail : t.closeDetail}
        busy={move?.isBusy ?? false}
        onConfirm={(reason) => move?.start(reason)}
        onClose={() => setAsking(undefined)}
      />
    </Section>
  )
}
