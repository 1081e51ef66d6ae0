import type { FundProjectCard } from '@yijian/shared/fund/shapes'
import { FundThumb } from '@/features/fund/FundThumb'
import { usePages } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { yuanBig } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { ListEnd } from '@/ui/PagedList'
import { Skeleton } from '@/ui/Skeleton'
import { ErrorState } from '@/ui/ErrorState'
import { givingText } from './text'
import styles from './giving.module.scss'

interface ChooseFundProps {
  /** Those already chosen are left out. */
  without: readonly string[]
  onChoose: (fund: FundProjectCard) => void
}

/** The projects that can be given to, each with what it has received. */
export function ChooseFund({ without, onChoose }: ChooseFundProps) {
  const t = useText(givingText)
  const { language } = useSettings()
  const funds = usePages('listFundProjects', { query: { limit: 20 } })
  if (!funds.items) return funds.error ? <ErrorState error={funds.error} onRetry={() => void funds.refetch()} /> : <Skeleton count={3} />
  const open = funds.items.filter(({ id, state }) => state === 'listed' && !without.includes(id))
  if (open.length === 0 && !funds.hasNextPage) return <Empty icon="heart" title={t.noFunds} detail={t.noFundsDetail} />
  return (
    <>
      <Card flush>
        {open.map((fund) => (
          <View key={fund.id} className={styles.line}>
            <Cell
              start={<FundThumb cover={fund.cover} field={fund.field} />}
              title={fund.name}
              detail={`${fund.summary} · ${t.received} ${yuanBig(fund.receivedFen, language)}`}
              onTap={() => onChoose(fund)}
            />
          </View>
        ))}
      </Card>
      {funds.hasNextPage && <ListEnd hasMore busy={funds.isFetchingNextPage} onMore={() => void funds.fetchNextPage()} />}
    </>
  )
}
