import { useState } from 'react'
import { useRead } from '@/api/use-read'
import { adminText } from '@/features/admin/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { count, moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { StatRow } from '@/ui/StatRow'
import { Tag } from '@/ui/Tag'

/** The ledger counted again, rule by rule. Only on demand: it reads everything. */
export default function ProofPage() {
  const t = useText(adminText)
  const { language } = useSettings()
  const [isAsked, setAsked] = useState(false)
  const proof = useRead('proveLedger', {}, { enabled: isAsked })
  const run = () => {
    if (isAsked) void proof.refetch()
    else setAsked(true)
  }
  const footer = (
    <BottomBar>
      <Button id="prove" icon="shield" busy={proof.isFetching} onTap={run}>
        {t.proofRun}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.proof} footer={footer}>
      <View className="t-body t-muted">{t.proofDetail}</View>
      {isAsked && (
        <Loaded of={proof}>
          {({ checkedAt, clean, journals, entries, invariants }) => (
            <>
              <Notice tone={clean ? 'brand' : 'danger'} icon={clean ? 'check' : 'alert'}>
                {`${clean ? t.proofClean : t.proofBroken(invariants.filter(({ violations }) => violations > 0).length)} · ${t.proofAt(moment(checkedAt, deviceNow(), language))}`}
              </Notice>
              <Card>
                <StatRow
                  align="center"
                  stats={[
                    { words: t.journals, value: count(journals) },
                    { words: t.entries, value: count(entries) },
                    { words: t.invariants, value: count(invariants.length) },
                  ]}
                />
              </Card>
              <Card flush>
                {invariants.map(({ name, meaning, violations }) => (
                  <Cell
                    key={name}
                    icon={violations === 0 ? 'check' : 'alert'}
                    tone={violations === 0 ? 'brand' : 'danger'}
                    title={name}
                    detail={meaning}
                    end={<Tag tone={violations === 0 ? 'brand' : 'danger'}>{violations === 0 ? t.holds : t.broken(violations)}</Tag>}
                  />
                ))}
              </Card>
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}
