import { useState } from 'react'
import { api } from '@/api/client'
import { problemWords, toldOf } from '@/api/problems'
import { useAction } from '@/api/use-action'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { vibrate } from '@/platform/haptic'
import { toast } from '@/platform/toast'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Dialog } from '@/ui/Dialog'
import { View } from '@/ui/elements'
import { Notice } from '@/ui/Notice'
import { Section } from '@/ui/Section'
import { statsText } from './text'
import styles from './stats.module.scss'

interface CloseYearProps {
  year: number
  onClosed: () => void
}

/** Closes a year that is over; a refusal stays on the page with the way to what is missing. */
export function CloseYear({ year, onClosed }: CloseYearProps) {
  const t = useText(statsText)
  const { language } = useSettings()
  const [isAsked, setAsked] = useState(false)
  const close = useAction((year: number, options) => api.closeYear({ params: { year } }, options), {
    changes: ['getYearReport', 'listYearClosings', 'listToDos'],
    onDone: () => {
      setAsked(false)
      vibrate('success')
      toast(t.closeDone)
      onClosed()
    },
    onRefused: () => {
      setAsked(false)
      vibrate('failure')
    },
  })
  const why = close.error ? toldOf(problemWords(close.error, language), language) : undefined
  return (
    <Section title={t.closing}>
      <Card>
        <View className="stack">
          <View className="t-body">{t.closingIntro(year)}</View>
          {why && <Notice tone="danger">{why}</Notice>}
          <View className={styles.actions}>
            <Button size="small" kind={why ? 'soft' : 'primary'} icon="shield" busy={close.isBusy} onTap={() => setAsked(true)}>
              {t.close(year)}
            </Button>
            {why && (
              <Button size="small" icon="download" onTap={() => go(routes.exports, { year: String(year) })}>
                {t.toExport}
              </Button>
            )}
          </View>
        </View>
      </Card>
      <Dialog
        isOpen={isAsked}
        title={t.closeTitle(year)}
        detail={t.closeDetail}
        confirm={t.close(year)}
        busy={close.isBusy}
        onConfirm={() => close.start(year)}
        onClose={() => setAsked(false)}
      />
    </Section>
  )
}
