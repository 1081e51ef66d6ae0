import { useState } from 'react'
import { api } from '@/api/client'
import { problemWords } from '@/api/problems'
import { useLogin } from '@/api/login'
import { useAction } from '@/api/use-action'
import { useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { count } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { vibrate } from '@/platform/haptic'
import { toast } from '@/platform/toast'
import { BigNumber } from '@/ui/BigNumber'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chips } from '@/ui/Chips'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { DateInput } from '@/ui/form/pickers'
import { SideBySide } from '@/ui/form/SideBySide'
import { Notice } from '@/ui/Notice'
import { Section } from '@/ui/Section'
import { type Period, type PeriodKind, exactHours, periodOf } from './period'
import { certificateText } from './text'

/** Choose a period, see what the paper will say, make it. */
export function MakeCertificate() {
  const t = useText(certificateText)
  const { language } = useSettings()
  const hiredOn = useLogin()?.me.employee.hiredOn ?? ''
  const [kind, setKind] = useState<PeriodKind>('this-year')
  const [period, setPeriod] = useState<Period>(() => periodOf('this-year', deviceNow(), hiredOn))
  const choices = [
    { value: 'this-year' as const, words: t.thisYear },
    { value: 'last-year' as const, words: t.lastYear },
    { value: 'all' as const, words: t.sinceStart },
    { value: 'own' as const, words: t.ownPeriod },
  ]
  const choose = (chosen: PeriodKind) => {
    setKind(chosen)
    if (chosen !== 'own') setPeriod(periodOf(chosen, deviceNow(), hiredOn))
  }
  const preview = useRead('previewCertificate', { query: period }, { enabled: period.fromOn !== '' && period.toOn !== '' })
  const make = useAction((wish: Period, options) => api.makeCertificate({ body: wish }, options), {
    changes: ['listMyCertificates'],
    onDone: () => {
      vibrate('success')
      toast(t.made)
    },
    onRefused: (error) => {
      const { title, next } = problemWords(error, language)
      toast(`${title}${language === 'zh' ? '，' : '. '}${next}`)
    },
  })
  const sums = preview.data
  const nothing = sums !== undefined && sums.minutes === 0 ? t.nothing : undefined
  return (
    <Section title={t.period}>
      <Card>
        <View className="stack">
          <Chips label={t.period} choices={choices} value={kind} onChange={choose} />
          {kind === 'own' && <OwnDays period={period} onChange={setPeriod} />}
          <View>
            <View className="t-small">{t.willSay}</View>
            <BigNumber size="xl" tone="brand" value={sums ? exactHours(sums.minutes) : '—'} unit={t.hourUnit} />
            <View className="t-small">
              {[t.periodOf(period.fromOn, period.toOn), ...(sums ? [t.sessions(count(sums.sessions))] : [])].join(' · ')}
            </View>
          </View>
          {sums !== undefined && sums.waiting > 0 && <Notice tone="gold">{t.waiting(sums.waiting)}</Notice>}
          <Button icon="document" busy={make.isBusy} disabledReason={nothing} onTap={() => make.start(period)}>
            {t.make}
          </Button>
          <View className="t-small">{t.frozen}</View>
        </View>
      </Card>
    </Section>
  )
}

function OwnDays({ period, onChange }: { period: Period; onChange: (period: Period) => void }) {
  const t = useText(certificateText)
  return (
    <SideBySide
      first={
        <Field label={t.from}>
          <DateInput value={period.fromOn} max={period.toOn} onChange={(fromOn) => onChange({ ...period, fromOn })} />
        </Field>
      }
      second={
        <Field label={t.to}>
          <DateInput value={period.toOn} min={period.fromOn} onChange={(toOn) => onChange({ ...period, toOn })} />
        </Field>
      }
    />
  )
}
