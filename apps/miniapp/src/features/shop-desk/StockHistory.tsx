import { usePages } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { count, moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { PagedList } from '@/ui/PagedList'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { shopDeskText } from './text'

/** How the stock of an item came about. */
export function StockHistory({ shopItemId }: { shopItemId: string }) {
  const t = useText(shopDeskText)
  const { language } = useSettings()
  const changes = usePages('listStockChanges', { params: { shopItemId }, query: {} })
  return (
    <Section title={t.history}>
      <Card flush>
        <PagedList
          of={changes}
          keyOf={({ changedAt, change }) => `${changedAt} ${change}`}
          empty={null}
          skeleton={<Skeleton shape="rows" count={2} />}
        >
          {({ change, reason, by, changedAt }) => (
            <Cell
              title={reason}
              detail={t.by(by?.name ?? '', moment(changedAt, deviceNow(), language))}
              end={<View className="t-strong t-num">{change > 0 ? `+${count(change)}` : count(change)}</View>}
            />
          )}
        </PagedList>
      </Card>
    </Section>
  )
}
