import type { HonourConsent } from '@yijian/shared/honour/shapes'
import { api } from '@/api/client'
import { problemWords } from '@/api/problems'
import { useAction } from '@/api/use-action'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { toast } from '@/platform/toast'
import { Card } from '@/ui/Card'
import { Switch } from '@/ui/Switch'
import { honourText } from './text'

/** What colleagues see, one field at a time; all are off until the person turns them on. */
export function ConsentSwitches({ consents }: { consents: readonly HonourConsent[] }) {
  const t = useText(honourText)
  const { language } = useSettings()
  const choose = useAction(
    ({ field, shown }: { field: HonourConsent['field']; shown: boolean }, options) =>
      api.setHonourConsent({ params: { field }, body: { shown } }, options),
    {
      changes: ['getMyHonour', 'getHonourOf', 'drawHonourPoster'],
      onRefused: (error) => toast(problemWords(error, language).title),
    },
  )
  return (
    <Card flush>
      {consents.map(({ field, shownSince }) => (
        <Switch
          key={field}
          label={t.fields[field]}
          detail={shownSince === null ? t.onlyMe : t.shownSince(dayText(shownSince, deviceNow(), language))}
          isOn={shownSince !== null}
          onChange={(shown) => choose.start({ field, shown })}
        />
      ))}
    </Card>
  )
}
