import { useReachBottom } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useText } from '@/i18n/use-text'
import { Button } from './Button'
import { View } from './elements'
import { ErrorState } from './ErrorState'
import { Skeleton } from './Skeleton'
import { uiText } from './text'
import styles from './paged-list.module.scss'

export interface PagedListProps<Item> {
  /** What `usePages` gives. */
  of: {
    items: Item[] | undefined
    error: unknown
    hasNextPage: boolean
    isFetchingNextPage: boolean
    fetchNextPage: () => Promise<unknown>
    refetch: () => Promise<unknown>
  }
  /** Shown when the list has nothing. */
  empty: ReactNode
  skeleton?: ReactNode
  keyOf: (item: Item) => string
  /** What holds the rows together, when each is not a card of its own. */
  frame?: (rows: ReactNode) => ReactNode
  children: (item: Item) => ReactNode
}

/** A list that grows when its end is reached, or by a button. */
export function PagedList<Item>({ of, empty, skeleton, keyOf, frame, children }: PagedListProps<Item>) {
  const more = () => {
    if (of.hasNextPage && !of.isFetchingNextPage) void of.fetchNextPage()
  }
  useReachBottom(more)
  if (!of.items)
    return of.error ? <ErrorState error={of.error} onRetry={() => void of.refetch()} /> : <>{skeleton ?? <Skeleton count={4} />}</>
  if (of.items.length === 0) return <>{empty}</>
  const rows = of.items.map((item) => <View key={keyOf(item)}>{children(item)}</View>)
  return (
    <>
      {frame ? frame(rows) : rows}
      <ListEnd hasMore={of.hasNextPage} busy={of.isFetchingNextPage} onMore={more} />
    </>
  )
}

interface ListEndProps {
  hasMore: boolean
  busy: boolean
  onMore: () => void
}

/** What stands below the last row: more, or the end. */
export function ListEnd({ hasMore, busy, onMore }: ListEndProps) {
  const t = useText(uiText)
  return (
    <View className={styles.end}>
      {hasMore ? (
        <Button kind="soft" size="small" busy={busy} onTap={onMore}>
          {t.loadMore}
        </Button>
      ) : (
        t.listEnd
      )}
    </View>
  )
}
