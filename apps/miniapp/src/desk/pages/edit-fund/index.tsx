import type { FundProjectDraft } from '@yijian/shared/fund/shapes'
import { api } from '@/api/client'
import { useAction } from '@/api/use-action'
import { useRead } from '@/api/use-read'
import { emptyFund, valuesOf } from '@/features/fund-desk/fund-form'
import { FundForm } from '@/features/fund-desk/FundForm'
import { fundDeskText } from '@/features/fund-desk/text'
import { fundChanges } from '@/features/fund-desk/use-fund-move'
import { useText } from '@/i18n/use-text'
import { goBack, replaceWith, routes, useParams } from '@/lib/routes'
import { toast } from '@/platform/toast'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'

export default function EditFundPage() {
  const { fundProjectId } = useParams(routes.editFund)
  return fundProjectId ? <ChangeFund fundProjectId={fundProjectId} /> : <NewFund />
}

function NewFund() {
  const t = useText(fundDeskText)
  const create = useAction((body: FundProjectDraft, options) => api.recommendFundProject({ body }, options), {
    changes: fundChanges,
    onDone: ({ id }) => replaceWith(routes.deskFund, { fundProjectId: id }),
  })
  return (
    <Page title={t.create}>
      <FundForm initial={emptyFund} cover={[]} isCharityLocked={false} busy={create.isBusy} error={create.error} onSave={create.start} />
    </Page>
  )
}

function ChangeFund({ fundProjectId }: { fundProjectId: string }) {
  const t = useText(fundDeskText)
  const fund = useRead('getFundProject', { params: { fundProjectId } })
  const change = useAction((body: FundProjectDraft, options) => api.changeFundProject({ params: { fundProjectId }, body }, options), {
    changes: fundChanges,
    onDone: () => {
      toast(t.saved)
      goBack()
    },
  })
  return (
    <Page title={t.edit}>
      <Loaded of={fund}>
        {(fund) => (
          <FundForm
            initial={valuesOf(fund)}
            cover={fund.cover === null ? [] : [fund.cover]}
            isCharityLocked={fund.state !== 'recommended'}
            busy={change.isBusy}
            error={change.error}
            onSave={change.start}
          />
        )}
      </Loaded>
    </Page>
  )
}
