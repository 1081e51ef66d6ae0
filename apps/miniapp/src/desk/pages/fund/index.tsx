import type { FundProject } from '@yijian/shared/fund/shapes'
import { useLogin } from '@/api/login'
import { usePages, useRead } from '@/api/use-read'
import { FundReports } from '@/features/fund/FundReports'
import { FundStateTag } from '@/features/fund/FundStateTag'
import { fundText } from '@/features/fund/text'
import { useWhy } from '@/features/fund/use-why'
import { TransparencyCard } from '@/features/fund/TransparencyCard'
import { BackOffice } from '@/features/fund-desk/BackOffice'
import { NextMove, RareMoves } from '@/features/fund-desk/FundMoves'
import { Missing } from '@/features/fund-desk/Missing'
import { fundDeskText } from '@/features/fund-desk/text'
import { useFundMove } from '@/features/fund-desk/use-fund-move'
import { fieldText } from '@/features/project/field-text'
import { useText } from '@/i18n/use-text'
import { go, routes, useParams } from '@/lib/routes'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Columns } from '@/ui/Columns'
import { Heading, View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'

export default function DeskFundPage() {
  const { fundProjectId } = useParams(routes.deskFund)
  return fundProjectId ? <DeskFund fundProjectId={fundProjectId} /> : <Missing />
}

function DeskFund({ fundProjectId }: { fundProjectId: string }) {
  const t = useText(fundDeskText)
  const fund = useRead('getFundProject', { params: { fundProjectId } })
  const reports = usePages('listFundReports', { params: { fundProjectId } })
  const move = useFundMove(fundProjectId)
  const mayMove = useLogin()?.me.roles.some(({ role }) => role === 'operator') ?? false
  return (
    <Page
      title={t.one}
      isWide
      onRefresh={() => Promise.all([fund.refetch(), reports.refetch()])}
      footer={fund.data && mayMove && <NextMove fund={fund.data} move={move} />}
    >
      <Loaded of={fund}>
        {(fund) => (
          <Columns
            first={
              <>
                <Head fund={fund} mayEdit={mayMove && fund.state !== 'closed'} />
                {fund.listedAt !== null && <TransparencyCard transparency={fund.transparency} targetFen={fund.targetFen} />}
              </>
            }
            second={
              <>
                <BackOffice fund={fund} />
                {fund.listedAt !== null && <FundReports reports={reports} dueOn={fund.reportDueOn} />}
                {mayMove && <RareMoves fund={fund} move={move} />}
              </>
            }
          />
        )}
      </Loaded>
    </Page>
  )
}

function Head({ fund, mayEdit }: { fund: FundProject; mayEdit: boolean }) {
  const t = useText(fundDeskText)
  const words = useText(fundText)
  const fields = useText(fieldText)
  const why = useWhy(fund)
  return (
    <>
      <Card>
        <View className="stack">
          <View className="row between">
            <Heading level={2} className="t-title grow">
              {fund.name}
            </Heading>
            <FundStateTag state={fund.state} />
          </View>
          <View className="t-small">{[fields[fund.field], fund.city ?? words.nationwide].join(' · ')}</View>
          <View className="t-body">{fund.summary}</View>
          <View className="t-body t-give">{`${words.hundred} ${fund.effect}`}</View>
          <View className="t-body t-muted">{fund.story}</View>
          {mayEdit && (
            <View className="row">
              <Button kind="soft" size="small" icon="edit" onTap={() => go(routes.editFund, { fundProjectId: fund.id })}>
                {t.edit}
              </Button>
            </View>
          )}
        </View>
      </Card>
      {why && <Notice tone="gold">{why}</Notice>}
    </>
  )
}
