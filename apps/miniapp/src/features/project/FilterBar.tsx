import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { View } from '@/ui/elements'
import { FilterSheet } from './FilterSheet'
import { countFilters } from './filters'
import { projectText } from './text'
import { ToggleChip } from './ToggleChip'
import type { DiscoveryProps } from './use-discovery'
import styles from './discovery.module.scss'

/** The filters one reaches for most, and the way to all of them. */
export function FilterBar({ discovery }: DiscoveryProps) {
  const t = useText(projectText)
  const [isOpen, setOpen] = useState(false)
  const { filters, change, ownCity, view } = discovery
  const chosen = countFilters(filters)
  const isOwnCity = ownCity !== undefined && filters.city === ownCity
  return (
    <>
      <View aria-role="group" aria-label={t.filters} className={styles.bar}>
        <ToggleChip icon="filter" isOn={chosen > 0} opens onTap={() => setOpen(true)}>
          {chosen > 0 ? t.filterCount(chosen) : t.filter}
        </ToggleChip>
        {ownCity && (
          <ToggleChip isOn={isOwnCity} onTap={() => change({ city: isOwnCity ? undefined : ownCity })}>
            {ownCity}
          </ToggleChip>
        )}
        {view === 'sessions' && (
          <>
            <ToggleChip isOn={filters.isOpen} onTap={() => change({ isOpen: !filters.isOpen })}>
              {t.open}
            </ToggleChip>
            <ToggleChip isOn={filters.isOnline} onTap={() => change({ isOnline: !filters.isOnline })}>
              {t.online}
            </ToggleChip>
            <ToggleChip isOn={filters.day === 'weekend'} onTap={() => change({ day: filters.day === 'weekend' ? 'any' : 'weekend' })}>
              {t.days.weekend}
            </ToggleChip>
          </>
        )}
      </View>
      {isOpen && <FilterSheet discovery={discovery} onClose={() => setOpen(false)} />}
    </>
  )
}
