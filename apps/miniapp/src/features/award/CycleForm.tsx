import { dimensions } from '@yijian/shared/award/rules'
import type { CreateCycleInput } from '@yijian/shared/award/shapes'
import { shanghaiClock } from '@yijian/shared/kernel/time'
import { useState } from 'react'
import { api } from '@/api/client'
import { usePages } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { termState } from '@/features/admin/role-words'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { replaceWith, routes } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { Fields } from '@/ui/form/Fields'
import { DateInput } from '@/ui/form/pickers'
import { TextInput } from '@/ui/form/TextInput'
import { Notice } from '@/ui/Notice'
import { PagedList } from '@/ui/PagedList'
import { Section } from '@/ui/Section'
import { Switch } from '@/ui/Switch'
import { type CycleFormValues, completeCycle, emptyCycle, weightSum } from './cycle-form'
import { awardDeskText } from './desk-text'
import { awardText } from './text'

/** Announces the award of a year: dates, weights and jury. */
export function CycleForm() {
  const t = useText(awardDeskText)
  const words = useText(awardText)
  const [values, setValues] = useState(() => emptyCycle(shanghaiClock(deviceNow()).year))
  const [judgeIds, setJudgeIds] = useState<readonly string[]>([])
  const announce = useToldAction((body: CreateCycleInput, options) => api.createCycle({ body }, options), {
    changes: ['listCycles'],
    done: t.announced,
    onDone: ({ id }) => replaceWith(routes.awardCycle, { cycleId: id }),
  })
  const set = (name: keyof CycleFormValues) => (value: string) => setValues((before) => ({ ...before, [name]: value }))
  const whole = (name: keyof CycleFormValues, label: string, unit?: string) => (
    <Field label={label}>
      <TextInput kind="whole" value={values[name]} onChange={set(name)} maxLength={4} unit={unit} />
    </Field>
  )
  const date = (name: keyof CycleFormValues, label: string, hint?: string) => (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <DateInput value={values[name]} onChange={set(name)} />
    </Field>
  )
  const input = completeCycle(values, judgeIds)
  const sum = weightSum(values)
  return (
    <>
      <Card>
        <Fields>
          {whole('year', t.year)}
          {whole('places', t.places, t.placesUnit)}
          {date('nominationOpensOn', t.opens)}
          {date('nominationClosesOn', t.closes)}
          {date('frozenOn', t.frozen, t.frozenHint)}
          {date('scoringClosesOn', t.scoring)}
          {whole('publicityDays', t.publicity, t.daysUnit)}
          {whole('minScores', t.minScores, t.judgesUnit)}
        </Fields>
      </Card>
      <Section title={t.weights}>
        <Card>
          <Fields>
            {dimensions.map((dimension) => (
              <View key={dimension}>{whole(dimension, words.dimensions[dimension], '%')}</View>
            ))}
          </Fields>
        </Card>
        {sum !== 100 && <Notice tone="danger">{t.weightsOff(sum)}</Notice>}
      </Section>
      <Judges chosen={judgeIds} onChange={setJudgeIds} />
      <BottomBar>
        <Button
          id="announce-cycle"
          busy={announce.isBusy}
          disabledReason={input ? undefined : t.fillAll}
          onTap={() => input && announce.start(input)}
        >
          {t.announce}
        </Button>
      </BottomBar>
    </>
  )
}

function Judges({ chosen, onChange }: { chosen: readonly string[]; onChange: (ids: readonly string[]) => void }) {
  const t = useText(awardDeskText)
  const grants = usePages('listRoleGrants', { query: { role: 'judge' } })
  // The list also tells who was a judge before, or will be one.
  const items = grants.items?.filter((grant) => termState(grant, deviceNow()) === 'held')
  return (
    <Section title={t.judges}>
      <View className="t-small">{t.judgesHint}</View>
      <PagedList of={{ ...grants, items }} keyOf={({ id }) => id} empty={<Notice tone="info">{t.noJudges}</Notice>}>
        {({ employee }) => (
          <Card flush>
            <Switch
              label={employee.name}
              detail={employee.department}
              isOn={chosen.includes(employee.id)}
              onChange={(isOn) => onChange(isOn ? [...chosen, employee.id] : chosen.filter((id) => id !== employee.id))}
            />
          </Card>
        )}
      </PagedList>
    </Section>
  )
}
