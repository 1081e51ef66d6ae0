import type { Dossier } from '@yijian/shared/award/shapes'
import { useText } from '@/i18n/use-text'
import { count, hours } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Section } from '@/ui/Section'
import { StatRow } from '@/ui/StatRow'
import { spokenDay } from './day'
import { awardText } from './text'

/** What the ledger says of a host, as of the frozen day. */
export function DossierCard({ dossier }: { dossier: Dossier | null }) {
  const t = useText(awardText)
  const { language } = useSettings()
  if (dossier === null)
    return (
      <Section title={t.dossier}>
        <Card tone="sunk">
          <View className="t-body t-muted">{t.dossierLater}</View>
        </Card>
      </Section>
    )
  return (
    <Section title={t.dossier}>
      <Card>
        <View className="stack">
          <StatRow
            stats={[
              { words: t.dossierSessions, value: count(dossier.sessions), unit: t.sessionUnit, tone: 'brand' },
              { words: t.personTimes, value: count(dossier.personTimes), unit: t.timesUnit },
              { words: t.volunteerHours, value: hours(dossier.volunteerMinutes), unit: t.hourUnit, tone: 'gold' },
            ]}
          />
          <View className="t-small">{t.dossierNote(spokenDay(dossier.asOf, language))}</View>
        </View>
      </Card>
      {dossier.projects.length > 0 && (
        <Card flush>
          {dossier.projects.map(({ id, title, sessions, personTimes, volunteerMinutes }) => (
            <Cell
              key={id}
              icon="leaf"
              title={title}
              detail={t.projectLine(sessions, personTimes)}
              end={`${hours(volunteerMinutes)} ${t.hourUnit}`}
            />
          ))}
        </Card>
      )}
    </Section>
  )
}
