import type { FundReportDraft } from '@yijian/shared/fund/shapes'
import { api } from '@/api/client'
import { useAction } from '@/api/use-action'
import { useRead } from '@/api/use-read'
import { Missing } from '@/features/fund-desk/Missing'
import { ReportForm } from '@/features/fund-desk/ReportForm'
import { fundDeskText } from '@/features/fund-desk/text'
import { fundChanges } from '@/features/fund-desk/use-fund-move'
import { useText } from '@/i18n/use-text'
import { goBack, routes, useParams } from '@/lib/routes'
import { toast } from '@/platform/toast'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'

export default function FundReportPage() {
  const { fundProjectId } = useParams(routes.newFundReport)
  return fundProjectId ? <NewReport fundProjectId={fundProjectId} /> : <Missing />
}

function NewReport({ fundProjectId }: { fundProjectId: string }) {
  const t = useText(fundDeskText)
  const fund = useRead('getFundProject', { params: { fundProjectId } })
  const publish = useAction((body: FundReportDraft, options) => api.publishFundReport({ params: { fundProjectId }, body }, options), {
    changes: fundChanges,
    onDone: () => {
      toast(t.published)
      goBack()
    },
  })
  return (
    <Page title={t.newReport}>
      <Loaded of={fund}>
        {(fund) => <ReportForm fund={fund} busy={publish.isBusy} error={publish.error} onPublish={publish.start} />}
      </Loaded>
    </Page>
  )
}
