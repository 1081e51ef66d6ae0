import { fundProjectStates } from '@yijian/shared/fund/rules'
import type { FundProjectState, ManagedFundProject } from '@yijian/shared/fund/shapes'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { useState } from 'react'
import { useLogin } from '@/api/login'
import { usePages } from '@/api/use-read'
import { FundStateTag } from '@/features/fund/FundStateTag'
import { FundThumb } from '@/features/fund/FundThumb'
import { fundText } from '@/features/fund/text'
import { fundDeskText } from '@/features/fund-desk/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, yuanShort } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Chips } from '@/ui/Chips'
import { Empty } from '@/ui/Empty'
import { Page } from '@/ui/Page'
import { RecordList } from '@/ui/RecordList'
import { SearchBox } from '@/ui/SearchBox'

/** Fund projects in every state, for operators and auditors. */
export default function DeskFundsPage() {
  const t = useText(fundDeskText)
  const { states } = useText(fundText)
  const [state, setState] = useState<FundProjectState | 'all'>('all')
  const [search, setSearch] = useState('')
  const { language } = useSettings()
  const dueOn = ({ reportDueOn, state }: ManagedFundProject) =>
    reportDueOn === null || state === 'closed' ? undefined : dayText(startOfShanghaiDay(reportDueOn), deviceNow(), language)
  const mayCreate = useLogin()?.me.roles.some(({ role }) => role === 'operator')
  const funds = usePages('listManagedFundProjects', {
    query: { state: state === 'all' ? undefined : state, search: search === '' ? undefined : search },
  })
  const create = (
    <BottomBar>
      <Button id="new-fund" icon="plus" onTap={() => go(routes.editFund, {})}>
        {t.create}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.title} isWide onRefresh={funds.refetch} footer={mayCreate && create}>
      <SearchBox label={t.search} clearLabel={t.clearSearch} value={search} onSearch={setSearch} />
      <Chips
        scrolls
        label={t.filter}
        choices={[{ value: 'all', words: t.all }, ...fundProjectStates.map((value) => ({ value, words: states[value] }))]}
        value={state}
        onChange={setState}
      />
      <RecordList
        of={funds}
        keyOf={({ id }) => id}
        empty={<Empty icon="heart" title={t.none} detail={t.noneDetail} />}
        heads={{ title: t.columns.name, end: t.columns.state }}
        start={({ cover, field }) => <FundThumb cover={cover} field={field} />}
        title={({ name }) => name}
        facts={[
          { head: t.columns.charity, of: ({ charity }) => charity },
          { head: t.left, of: ({ leftFen }) => (leftFen > 0 ? yuanShort(leftFen) : undefined), named: true },
          { head: t.columns.due, of: dueOn, named: true },
        ]}
        end={({ state }) => <FundStateTag state={state} />}
        onTap={({ id }) =>
          () =>
            go(routes.deskFund, { fundProjectId: id })
          }
      />
    </Page>
  )
}
