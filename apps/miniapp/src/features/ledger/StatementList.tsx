import { useLogin } from '@/api/login'
import { usePages } from '@/api/use-read'
import type { StatementLine } from '@yijian/shared/statement/shapes'
import type { ReactNode } from 'react'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { PagedList } from '@/ui/PagedList'
import { Skeleton } from '@/ui/Skeleton'
import { StatementRow } from './StatementRow'
import styles from './ledger.module.scss'

export function useStatement(account: StatementLine['account']) {
  return usePages('listMyStatement', { query: { account } }, { enabled: useLogin() !== undefined })
}

interface StatementListProps {
  statement: ReturnType<typeof useStatement>
  empty: ReactNode
}

/** Movements of one account, the newest first. */
export function StatementList({ statement, empty }: StatementListProps) {
  return (
    <Card flush>
      <PagedList of={statement} keyOf={({ journalId }) => journalId} empty={empty} skeleton={<Skeleton shape="rows" count={5} />}>
        {(line) => (
          <View className={styles.line}>
            <StatementRow line={line} />
          </View>
        )}
      </PagedList>
    </Card>
  )
}
