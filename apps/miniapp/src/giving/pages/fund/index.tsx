import { canReceive } from '@yijian/shared/fund/rules'
import type { FundProject } from '@yijian/shared/fund/shapes'
import { usePages, useRead } from '@/api/use-read'
import { FundCover } from '@/features/fund/FundCover'
import { FundReports } from '@/features/fund/FundReports'
import { FundStateTag } from '@/features/fund/FundStateTag'
import { fundText } from '@/features/fund/text'
import { useWhy } from '@/features/fund/use-why'
import { TransparencyCard } from '@/features/fund/TransparencyCard'
import { useText } from '@/i18n/use-text'
import { addressOf, go, routes, useParams } from '@/lib/routes'
import { ShareButton } from '@/platform/ShareButton'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Heading, Text, View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { Icon } from '@/ui/Icon'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'
import styles from '@/features/fund/fund.module.scss'

export default function FundPage() {
  const t = useText(fundText)
  const { fundProjectId } = useParams(routes.fund)
  if (fundProjectId) return <Fund fundProjectId={fundProjectId} />
  return (
    <Page title={t.detail}>
      <Empty icon="link" title={t.missing} detail={t.missingDetail} action={{ words: t.toList, onTap: () => go(routes.funds) }} />
    </Page>
  )
}

function Fund({ fundProjectId }: { fundProjectId: string }) {
  const t = useText(fundText)
  const fund = useRead('getFundProject', { params: { fundProjectId } })
  const reports = usePages('listFundReports', { params: { fundProjectId } })
  const one = fund.data
  return (
    <Page title={t.detail} onRefresh={() => Promise.all([fund.refetch(), reports.refetch()])} footer={one && <GiveBar fund={one} />}>
      <Loaded of={fund}>
        {(fund) => (
          <>
            <FundCover fund={fund} />
            <Head fund={fund} />
            <TransparencyCard transparency={fund.transparency} targetFen={fund.targetFen} />
            <Card>
              <Heading level={2} className="t-strong">
                {t.story}
              </Heading>
              <View className={styles.reportText}>{fund.story}</View>
            </Card>
            <Section title={t.charity}>
              <Card flush>
                <Cell
                  icon="shield"
                  tone="brand"
                  title={fund.charity}
                  detail={fund.charityCode === null ? undefined : t.charityCode(fund.charityCode)}
                />
              </Card>
            </Section>
            <FundReports reports={reports} dueOn={fund.reportDueOn} />
            <ShareButton card={{ title: fund.name, path: addressOf(routes.fund, { fundProjectId }) }}>{t.share}</ShareButton>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Head({ fund }: { fund: FundProject }) {
  const t = useText(fundText)
  const { state } = fund
  const why = useWhy(fund) ?? ''
  return (
    <>
      <Card className={styles.first}>
        <View className="row between">
          <Heading level={2} className="t-title grow">
            {fund.name}
          </Heading>
          {state !== 'listed' && <FundStateTag state={state} />}
        </View>
        <View className="t-body t-muted">{fund.summary}</View>
        <View className={styles.effect}>
          <Icon name="gift" size="s" />
          <Text>{`${t.hundred} ${fund.effect}`}</Text>
        </View>
      </Card>
      {state === 'paused' && <Notice tone="gold">{t.paused(why)}</Notice>}
      {state === 'closed' && <Notice tone="info">{t.closed(why)}</Notice>}
    </>
  )
}

function GiveBar({ fund: { id, state } }: { fund: FundProject }) {
  const t = useText(fundText)
  return (
    <BottomBar>
      <Button
        id="donate"
        kind="give"
        icon="heart"
        disabledReason={canReceive(state) ? undefined : t.notListed}
        onTap={() => go(routes.donate, { fundProjectId: id })}
      >
        {t.donate}
      </Button>
    </BottomBar>
  )
}
