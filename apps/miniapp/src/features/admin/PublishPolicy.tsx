import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { matchingModes } from '@yijian/shared/policy/shapes'
import type { PolicyVersion, PublishPolicyInput } from '@yijian/shared/policy/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { fieldError } from '@/api/problems'
import { useToldAction } from '@/api/use-told-action'
import { policyWords } from '@/features/policy/policy-words'
import { policyText } from '@/features/policy/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { useSettings } from '@/lib/settings'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { Fields } from '@/ui/form/Fields'
import { DateInput, Select } from '@/ui/form/pickers'
import { TextInput } from '@/ui/form/TextInput'
import { Notice } from '@/ui/Notice'
import { Sheet } from '@/ui/Sheet'
import { Switch } from '@/ui/Switch'
import { settingNames } from './setting-names'
import { readSettings, typedSettings } from './setting-values'
import { adminText } from './text'

/** A new version of one kind, begun from the newest; its words are read before it is published, and what it changes stands at each. */
export function PublishPolicy({ from, onClose }: { from: PolicyVersion; onClose: () => void }) {
  const t = useText(adminText)
  const kinds = useText(policyText).kinds
  const { language } = useSettings()
  const tomorrow = addDays(shanghaiDay(deviceNow()), 1)
  const [label, setLabel] = useState('')
  const [inForceFrom, setFrom] = useState(tomorrow)
  const [values, setValues] = useState(() => typedSettings(from.settings))
  const [isAsking, setAsking] = useState(false)
  const newest = typedSettings(from.settings)
  const settings = readSettings(from.kind, values, from.settings)
  // The settings were read by the shape of this very kind.
  const version = settings && ({ ...from, label: label.trim(), inForceFrom, settings } as PolicyVersion)
  const publish = useToldAction((body: PublishPolicyInput, options) => api.publishPolicy({ body }, options), {
    changes: ['listPolicies'],
    done: t.published,
    onDone: onClose,
  })
  const send = () => {
    if (version) publish.start({ kind: version.kind, label: version.label, inForceFrom, follows: from.id, settings } as PublishPolicyInput)
  }
  const missing = version === undefined ? t.wrongValue : label.trim() === '' || inForceFrom < tomorrow ? t.incomplete : undefined
  const footer = (
    <Button busy={publish.isBusy} disabledReason={missing} onTap={() => setAsking(true)}>
      {t.publish}
    </Button>
  )
  return (
    <>
      <Sheet isOpen={!isAsking} title={kinds[from.kind]} onClose={onClose} footer={footer} isWide>
        <View className="stack">
          <Fields>
            <Field label={t.label} error={fieldError(publish.error, 'body.label', language)}>
              <TextInput value={label} onChange={setLabel} placeholder="2027-1" maxLength={40} />
            </Field>
            <Field label={t.inForceFrom} error={fieldError(publish.error, 'body.inForceFrom', language)}>
              <DateInput value={inForceFrom} onChange={setFrom} min={tomorrow} />
            </Field>
            {Object.entries(values).map(([name, value]) => (
              <SettingField
                key={name}
                name={name}
                value={value}
                before={newest[name]}
                isList={Array.isArray((from.settings as Record<string, unknown>)[name])}
                onChange={(next) => setValues((before) => ({ ...before, [name]: next }))}
              />
            ))}
          </Fields>
          {version ? <Notice>{t.says(policyWords(version, language))}</Notice> : <Notice tone="gold">{t.wrongValue}</Notice>}
        </View>
      </Sheet>
      <Dialog
        isOpen={isAsking}
        title={t.publishTitle}
        detail={t.publishDetail(kinds[from.kind], inForceFrom)}
        confirm={t.publish}
        busy={publish.isBusy}
        onConfirm={() => {
          send()
          setAsking(false)
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

interface SettingFieldProps {
  name: string
  value: string | boolean
  /** What the newest version says. */
  before: string | boolean | undefined
  isList: boolean
  onChange: (value: string | boolean) => void
}

/** One setting by its name, as a switch, a choice or what is typed. */
function SettingField({ name, value, before, isList, onChange }: SettingFieldProps) {
  const t = useText(adminText)
  const label = useText(settingNames)[name] ?? name
  const told = before === undefined || before === value ? undefined : t.newestSays(wordsOf(before, t))
  if (typeof value === 'boolean') return <Switch label={label} detail={told} isOn={value} onChange={onChange} />
  const mode = matchingModes.find((each) => each === value)
  return (
    <Field label={label} hint={told ?? (isList ? t.listHint : undefined)}>
      {name === 'mode' ? (
        <Select choices={matchingModes.map((each) => ({ value: each, words: t.modes[each] }))} value={mode} onChange={onChange} />
      ) : (
        <TextInput value={value} onChange={onChange} />
      )}
    </Field>
  )
}

function wordsOf(value: string | boolean, t: { on: string; off: string; modes: Record<string, string> }): string {
  return typeof value === 'boolean' ? (value ? t.on : t.off) : (t.modes[value] ?? value)
}
