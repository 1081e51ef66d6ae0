import type { FundProjectCard } from '@yijian/shared/fund/shapes'
import { useState } from 'react'
import { FundThumb } from '@/features/fund/FundThumb'
import { fundText } from '@/features/fund/text'
import { usePages } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { yuanBig } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { ListEnd } from '@/ui/PagedList'
import { SearchBox } from '@/ui/SearchBox'
import { Skeleton } from '@/ui/Skeleton'
import { ErrorState } from '@/ui/ErrorState'
import { givingText } from './text'
import styles from './giving.module.scss'

/** More than this many want a search. */
const FEW = 8

interface ChooseFundProps {
  /** Those already chosen are left out. */
  without: readonly string[]
  onChoose: (fund: FundProjectCard) => void
}

/** The projects that can be given to; with a search where they are many. */
export function ChooseFund({ without, onChoose }: ChooseFundProps) {
  const t = useText(fundText)
  const [search, setSearch] = useState('')
  const all = usePages('listFundProjects', { query: { limit: 20 } })
  const found = usePages('listFundProjects', { query: { limit: 20, search } }, { enabled: search !== '' })
  return (
    <>
      {(all.items?.length ?? 0) > FEW && <SearchBox label={t.search} clearLabel={t.clearSearch} value={search} onSearch={setSearch} />}
      <Choices funds={search === '' ? all : found} isSearch={search !== ''} without={without} onChoose={onChoose} />
    </>
  )
}

interface ChoicesProps extends ChooseFundProps {
  funds: ReturnType<typeof usePages<'listFundProjects'>>
  isSearch: boolean
}

/** Each with what it has received. */
function Choices({ funds, isSearch, without, onChoose }: ChoicesProps) {
  const t = useText(givingText)
  const words = useText(fundText)
  const { language } = useSettings()
  if (!funds.items) return funds.error ? <ErrorState error={funds.error} onRetry={() => void funds.refetch()} /> : <Skeleton count={3} />
  const open = funds.items.filter(({ id, state }) => state === 'listed' && !without.includes(id))
  if (open.length === 0 && !funds.hasNextPage)
    return isSearch ? (
      <Empty icon="search" title={words.noMatch} detail={t.noMatchDetail} />
    ) : (
      <Empty icon="heart" title={t.noFunds} detail={t.noFundsDetail} />
    )
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
