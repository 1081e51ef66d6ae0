import { useState } from 'react'
import { useRead } from '@/api/use-read'
import { ProofReport } from '@/features/admin/ProofReport'
import { adminText } from '@/features/admin/text'
import { useText } from '@/i18n/use-text'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'

/** The ledger counted again, rule by rule. Only on demand: it reads everything. */
export default function ProofPage() {
  const t = useText(adminText)
  const [isAsked, setAsked] = useState(false)
  const proof = useRead('proveLedger', {}, { enabled: isAsked })
  // What a recount before said is not shown for one that failed.
  const result = { ...proof, data: proof.error ? undefined : proof.data }
  const run = () => {
    if (isAsked) void proof.refetch()
    else setAsked(true)
  }
  const footer = (
    <BottomBar>
      <Button id="prove" icon="shield" busy={proof.isFetching} onTap={run}>
        {proof.isFetching ? t.proofRunning : result.data ? t.proofAgain : t.proofRun}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.proof} footer={footer}>
      {!isAsked && <Empty icon="shield" title={t.proofStart} detail={t.proofDetail} />}
      {proof.isFetching && <Notice icon="clock">{t.proofWait}</Notice>}
      {isAsked && <Loaded of={result}>{(proven) => <ProofReport proof={proven} />}</Loaded>}
    </Page>
  )
}
