import { fields } from '@yijian/shared/project/shapes'
import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { Button } from '@/ui/Button'
import { Chips } from '@/ui/Chips'
import { View } from '@/ui/elements'
import type { Choice } from '@/ui/Segmented'
import { Sheet } from '@/ui/Sheet'
import { citiesOf } from './cities'
import { fieldText } from './field-text'
import { dayChoices, noFilters } from './filters'
import type { Filters } from './filters'
import { projectText } from './text'
import type { DiscoveryProps } from './use-discovery'

interface FilterSheetProps extends DiscoveryProps {
  onClose: () => void
}

const ANY = 'any'

/** All filters at once; nothing changes on the page before one asks to see the results. */
export function FilterSheet({ discovery, onClose }: FilterSheetProps) {
  const t = useText(projectText)
  const words = useText(fieldText)
  const [draft, setDraft] = useState<Filters>(discovery.filters)
  const change = (part: Partial<Filters>) => setDraft((before) => ({ ...before, ...part }))
  const apply = (filters: Filters) => {
    discovery.change(filters)
    onClose()
  }
  const withAny = <T extends string>(choices: readonly Choice<T>[]): Choice<T | typeof ANY>[] => [{ value: ANY, words: t.any }, ...choices]
  const picked = <T extends string>(value: T | typeof ANY) => (value === ANY ? undefined : value)
  const cities = citiesOf(discovery.ownCity, draft.city, [...(discovery.sessions.items ?? []), ...(discovery.projects.items ?? [])])
  const { branches, view } = discovery
  return (
    <Sheet
      isOpen
      title={t.filter}
      onClose={onClose}
      footer={
        <View className="row">
          <Button kind="plain" onTap={() => apply({ ...noFilters, search: draft.search })}>
            {t.reset}
          </Button>
          <Button onTap={() => apply(draft)}>{t.show}</Button>
        </View>
      }
    >
      <View className="stack">
        {view === 'sessions' && (
          <Choose
            title={t.day}
            choices={dayChoices.map((value) => ({ value, words: t.days[value] }))}
            value={draft.day}
            onChange={(day) => change({ day })}
          />
        )}
        <Choose
          title={t.field}
          choices={withAny(fields.map((value) => ({ value, words: words[value] })))}
          value={draft.field ?? ANY}
          onChange={(field) => change({ field: picked(field) })}
        />
        <Choose
          title={t.city}
          choices={withAny(cities.map((city) => ({ value: city, words: city })))}
          value={draft.city ?? ANY}
          onChange={(city) => change({ city: picked(city) })}
        />
        {branches.length > 0 && (
          <Choose
            title={t.branch}
            choices={withAny(branches.map(({ id, name }) => ({ value: id, words: name })))}
            value={draft.branchId ?? ANY}
            onChange={(branchId) => change({ branchId: picked(branchId) })}
          />
        )}
      </View>
    </Sheet>
  )
}

interface ChooseProps<T extends string> {
  title: string
  choices: readonly Choice<T>[]
  value: T
  onChange: (value: T) => void
}

function Choose<T extends string>({ title, ...chips }: ChooseProps<T>) {
  return (
    <View className="stack">
      <View className="t-strong">{title}</View>
      <Chips label={title} {...chips} />
    </View>
  )
}
