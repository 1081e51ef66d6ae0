import { type FundMove, fundMoves } from '@yijian/shared/fund/rules'
import type { FundProject } from '@yijian/shared/fund/shapes'
import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import type { Tone } from '@/ui/Cell'
import { Dialog } from '@/ui/Dialog'
import type { IconName } from '@/ui/icon-names'
import { ReasonDialog } from '@/ui/ReasonDialog'
import { Section } from '@/ui/Section'
import { fundDeskText } from './text'
import type { useFundMove } from './use-fund-move'

interface FundMovesProps {
  fund: FundProject
  move: ReturnType<typeof useFundMove>
}

const rare: readonly { move: FundMove; icon: IconName; tone: Tone }[] = [
  { move: 'return', icon: 'edit', tone: 'gold' },
  { move: 'pause', icon: 'clock', tone: 'gold' },
  { move: 'close', icon: 'close', tone: 'danger' },
]

/** The rarer moves, each with a reason that people will read. */
export function RareMoves({ fund: { state }, move }: FundMovesProps) {
  const t = useText(fundDeskText)
  const [asking, setAsking] = useState<FundMove>()
  const offered = rare.filter((one) => (fundMoves[one.move].from as readonly string[]).includes(state))
  if (offered.length === 0) return null
  return (
    <Section title={t.more}>
      <Card flush>
        {offered.map((one) => (
          <Cell key={one.move} icon={one.icon} tone={one.tone} title={t.moves[one.move]} onTap={() => setAsking(one.move)} />
        ))}
      </Card>
      {asking && offered.some((one) => one.move === asking) && (
        <ReasonDialog
          isOpen
          title={t.moves[asking]}
          detail={t.asks[asking]}
          busy={move.isBusy}
          onConfirm={(reason) => move.start({ move: asking, reason })}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Section>
  )
}

const forward = { recommended: 'check', checked: 'list', paused: 'resume' } as const

/** What comes next for a fund project, at the thumb; a listed one reports. */
export function NextMove({ fund, move }: FundMovesProps) {
  const t = useText(fundDeskText)
  const [isAsking, setAsking] = useState(false)
  const { id, state, charity, charityCode, backOffice } = fund
  const charityAccount = backOffice?.charityAccount ?? null
  const next = state === 'recommended' || state === 'checked' || state === 'paused' ? forward[state] : undefined
  const report = (
    <Button kind={next ? 'soft' : 'primary'} icon="document" onTap={() => go(routes.newFundReport, { fundProjectId: id })}>
      {t.newReport}
    </Button>
  )
  if (state === 'listed' || (state === 'closed' && fund.listedAt !== null)) return <BottomBar>{report}</BottomBar>
  if (next === undefined) return null
  const isIncomplete = charityCode === null || charityAccount === null
  const reason = next === 'check' && backOffice?.ownWork ? t.ownWork : isIncomplete ? t.incomplete : undefined
  return (
    <>
      <BottomBar>
        {state === 'paused' && report}
        <Button id="next-move" busy={move.isBusy} disabledReason={reason} onTap={() => setAsking(true)}>
          {t.moves[next]}
        </Button>
      </BottomBar>
      <Dialog
        isOpen={isAsking}
        title={t.moves[next]}
        detail={t.asks[next]}
        confirm={t.moves[next]}
        busy={move.isBusy}
        onConfirm={() => {
          setAsking(false)
          move.start({ move: next, charityShown: { charity, charityCode, charityAccount } })
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
