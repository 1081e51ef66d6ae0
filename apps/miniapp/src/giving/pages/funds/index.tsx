import { fields } from '@yijian/shared/project/shapes'
import type { Field } from '@yijian/shared/project/shapes'
import { useState } from 'react'
import { usePages } from '@/api/use-read'
import { FundRow } from '@/features/fund/FundRow'
import { fundText } from '@/features/fund/text'
import { fieldText } from '@/features/project/field-text'
import { useText } from '@/i18n/use-text'
import { Chips } from '@/ui/Chips'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { Page } from '@/ui/Page'
import { PagedList } from '@/ui/PagedList'
import { SearchBox } from '@/ui/SearchBox'
import styles from '@/features/fund/fund.module.scss'

/** What credit can be given to, those that receive it first. */
export default function FundsPage() {
  const t = useText(fundText)
  const words = useText(fieldText)
  const [search, setSearch] = useState('')
  const [field, setField] = useState<Field | 'all'>('all')
  const funds = usePages('listFundProjects', {
    query: { search: search === '' ? undefined : search, field: field === 'all' ? undefined : field },
  })
  const clear = () => {
    setSearch('')
    setField('all')
  }
  const isNarrowed = search !== '' || field !== 'all'
  const nothing = isNarrowed ? (
    <Empty icon="search" title={t.noMatch} detail={t.noMatchDetail} action={{ words: t.clear, onTap: clear }} />
  ) : (
    <Empty icon="heart" title={t.none} detail={t.noneDetail} />
  )
  return (
    <Page title={t.title} onRefresh={funds.refetch}>
      <SearchBox label={t.search} clearLabel={t.clearSearch} value={search} onSearch={setSearch} />
      <Chips
        scrolls
        label={t.fields}
        choices={[{ value: 'all', words: t.all }, ...fields.map((value) => ({ value, words: words[value] }))]}
        value={field}
        onChange={setField}
      />
      <View className={styles.list}>
        <PagedList of={funds} keyOf={({ id }) => id} empty={nothing}>
          {(fund) => <FundRow fund={fund} />}
        </PagedList>
      </View>
    </Page>
  )
}
