import type { Cycle, Leader } from '@yijian/shared/award/shapes'
import { useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { count, hours, moment } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Avatar } from '@/ui/Avatar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Section } from '@/ui/Section'
import { Tag } from '@/ui/Tag'
import { awardText } from './text'
import styles from './award.module.scss'

interface LeaderListProps {
  cycle: Cycle
  /** Seen by those who decide on objections, and not offered one. */
  isDesk?: boolean
}

/** The list that hangs out or is published; anybody may object while it hangs. */
export function LeaderList({ cycle, isDesk = false }: LeaderListProps) {
  const t = useText(awardText)
  const { language } = useSettings()
  const leaders = useRead('listLeaders', { params: { cycleId: cycle.id } })
  const isOpen = cycle.phase === 'publicity'
  return (
    <Section title={t.leaders}>
      {isOpen && cycle.publicityEndsAt !== null && (
        <Notice tone="info">{t.listHangs(moment(cycle.publicityEndsAt, deviceNow(), language))}</Notice>
      )}
      <Loaded of={leaders}>
        {({ items }) => (
          <>
            {items.map((leader) => (
              <LeaderCard key={leader.nominationId} leader={leader} mayObject={isOpen && !isDesk} />
            ))}
          </>
        )}
      </Loaded>
    </Section>
  )
}

function LeaderCard({ leader, mayObject }: { leader: Leader; mayObject: boolean }) {
  const t = useText(awardText)
  const { person, rank, reason, dossier, nominationId } = leader
  return (
    <Card>
      <View className="stack">
        <View className="row between">
          <Avatar name={person.name} />
          <View className="grow">
            <View className="t-heading">{person.name}</View>
            <View className="t-small">{person.department}</View>
          </View>
          <Tag tone="gold">{t.rank(rank)}</Tag>
        </View>
        <View className={`t-body ${styles.reason}`}>{reason}</View>
        <View className="t-small">
          {[
            `${t.dossierSessions} ${count(dossier.sessions)}`,
            `${t.personTimes} ${count(dossier.personTimes)}`,
            `${t.volunteerHours} ${hours(dossier.volunteerMinutes)}`,
          ].join(' · ')}
        </View>
        {mayObject && (
          <View className="row">
            <Button kind="soft" size="small" onTap={() => go(routes.awardObjection, { nominationId })}>
              {t.object}
            </Button>
          </View>
        )}
      </View>
    </Card>
  )
}
