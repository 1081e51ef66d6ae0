import { useState } from 'react'
import { api } from '@/api/client'
import { problemWords } from '@/api/problems'
import { useAction } from '@/api/use-action'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { copyText } from '@/platform/clipboard'
import { toast } from '@/platform/toast'
import { Button } from '@/ui/Button'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Sheet } from '@/ui/Sheet'
import { settingsText } from './text'

/** A one-time code that joins the own WeChat account to this employee. */
export function BindCodeCell() {
  const t = useText(settingsText)
  const { language } = useSettings()
  const [isOpen, setOpen] = useState(false)
  const create = useAction((_: undefined, options) => api.createOwnBindCode({}, options), {
    changes: [],
    onDone: () => setOpen(true),
    onRefused: (error) => toast(problemWords(error, language).title),
  })
  const made = create.output
  return (
    <>
      <Cell icon="link" tone="info" title={t.bindCode} detail={t.bindCodeDetail} onTap={() => create.start(undefined)} />
      {made && (
        <Sheet
          isOpen={isOpen}
          title={t.bindCodeReady}
          onClose={() => setOpen(false)}
          footer={<Button onTap={() => void copyText(made.code).then(() => toast(t.copied))}>{t.copy}</Button>}
        >
          <View className="stack t-center">
            <View className="t-hero t-num">{made.code}</View>
            <View className="t-small">{t.bindCodeUntil(moment(made.expiresAt, deviceNow(), language))}</View>
          </View>
        </Sheet>
      )}
    </>
  )
}
