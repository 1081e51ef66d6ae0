import { useState } from 'react'
import { useLogin } from '@/api/login'
import { usePages } from '@/api/use-read'
import { CycleForm } from '@/features/award/CycleForm'
import { awardDeskText } from '@/features/award/desk-text'
import { awardText } from '@/features/award/text'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Empty } from '@/ui/Empty'
import { Page } from '@/ui/Page'
import { PagedList } from '@/ui/PagedList'
import { Tag } from '@/ui/Tag'

/** All cycles of the award, and the way to a new one. */
export default function AwardDeskPage() {
  const t = useText(awardDeskText)
  const words = useText(awardText)
  const [isNew, setNew] = useState(false)
  const mayAnnounce = useLogin()?.me.roles.some(({ role }) => role === 'operator') ?? false
  const cycles = usePages('listCycles', { query: {} })
  if (isNew)
    return (
      <Page title={t.newCycle}>
        <CycleForm />
      </Page>
    )
  const footer = mayAnnounce && (
    <BottomBar>
      <Button id="new-cycle" icon="plus" onTap={() => setNew(true)}>
        {t.newCycle}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.award} onRefresh={cycles.refetch} footer={footer}>
      <PagedList of={cycles} keyOf={({ id }) => id} empty={<Empty icon="badge" title={words.none} detail={words.noneDetail} />}>
        {({ id, year, phase }) => (
          <Card flush>
            <Cell
              icon="badge"
              tone="gold"
              title={words.ofYear(year)}
              end={<Tag tone="gold">{words.phases[phase]}</Tag>}
              onTap={() => go(routes.awardCycle, { cycleId: id })}
            />
          </Card>
        )}
      </PagedList>
    </Page>
  )
}
