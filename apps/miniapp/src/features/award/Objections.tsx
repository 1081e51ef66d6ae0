import type { Objection } from '@yijian/shared/award/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { usePages } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Notice } from '@/ui/Notice'
import { PagedList } from '@/ui/PagedList'
import { ReasonDialog } from '@/ui/ReasonDialog'
import { Section } from '@/ui/Section'
import { Tag } from '@/ui/Tag'
import { awardDeskText } from './desk-text'
import styles from './award.module.scss'

type Verdict = 'upheld' | 'dismissed'

/** What was objected, and the decision on it. */
export function Objections({ cycleId }: { cycleId: string }) {
  const t = useText(awardDeskText)
  const objections = usePages('listObjections', { params: { cycleId }, query: {} })
  const [asked, setAsked] = useState<{ objection: Objection; state: Verdict }>()
  const decide = useToldAction(
    ({ objectionId, ...body }: { objectionId: string; state: Verdict; decision: string }, options) =>
      api.decideObjection({ params: { objectionId }, body }, options),
    { changes: ['listObjections', 'listLeaders'], done: t.decided, onDone: () => setAsked(undefined) },
  )
  return (
    <Section title={t.objections}>
      <PagedList of={objections} keyOf={({ id }) => id} empty={<Notice tone="info">{t.noObjections}</Notice>}>
        {(objection) => (
          <Card>
            <View className="stack">
              <View className="row between">
                <View className="t-strong grow">{t.against(objection.against.name)}</View>
                <Tag tone={objection.state === 'open' ? 'gold' : 'neutral'}>{t.objectionStates[objection.state]}</Tag>
              </View>
              <View className={`t-body ${styles.reason}`}>{objection.reason}</View>
              <View className="t-small">{t.from(objection.by.name)}</View>
              {objection.decision !== null && <View className="t-body">{t.decision(objection.decision)}</View>}
              {objection.state === 'open' && (
                <View className="row">
                  <Button kind="soft" size="small" onTap={() => setAsked({ objection, state: 'dismissed' })}>
                    {t.dismiss}
                  </Button>
                  <Button kind="soft" size="small" onTap={() => setAsked({ objection, state: 'upheld' })}>
                    {t.uphold}
                  </Button>
                </View>
              )}
            </View>
          </Card>
        )}
      </PagedList>
      {asked && (
        <ReasonDialog
          isOpen
          title={asked.state === 'upheld' ? t.uphold : t.dismiss}
          detail={asked.state === 'upheld' ? t.upholdDetail : t.dismissDetail}
          busy={decide.isBusy}
          onConfirm={(decision) => decide.start({ objectionId: asked.objection.id, state: asked.state, decision })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Section>
  )
}
