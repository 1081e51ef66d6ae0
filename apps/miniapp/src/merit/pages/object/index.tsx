import { useState } from 'react'
import { api } from '@/api/client'
import { useToldAction } from '@/api/use-told-action'
import { Missing } from '@/features/award/Missing'
import { awardText } from '@/features/award/text'
import { useText } from '@/i18n/use-text'
import { goBack, routes, useParams } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Field } from '@/ui/form/Field'
import { TextArea } from '@/ui/form/TextArea'
import { Page } from '@/ui/Page'

const LEAST = 10

export default function ObjectPage() {
  const { nominationId } = useParams(routes.awardObjection)
  return nominationId ? <ObjectTo nominationId={nominationId} /> : <Missing />
}

/** An objection during the publicity period. */
function ObjectTo({ nominationId }: { nominationId: string }) {
  const t = useText(awardText)
  const [reason, setReason] = useState('')
  const raise = useToldAction((given: string, options) => api.raiseObjection({ body: { nominationId, reason: given } }, options), {
    changes: ['listObjections'],
    done: t.objected,
    onDone: goBack,
  })
  const given = reason.trim()
  const footer = (
    <BottomBar>
      <Button
        id="raise-objection"
        busy={raise.isBusy}
        disabledReason={given.length < LEAST ? t.reasonShort : undefined}
        onTap={() => raise.start(given)}
      >
        {t.object}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.object} footer={footer}>
      <Card>
        <Field label={t.objectReason} hint={t.objectHint}>
          <TextArea value={reason} onChange={setReason} maxLength={1000} />
        </Field>
      </Card>
    </Page>
  )
}
