import type { Recommendation } from '@yijian/shared/home/shapes'
import { SessionRow } from '@/features/project/SessionRow'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { span } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Section } from '@/ui/Section'
import { Tag } from '@/ui/Tag'
import { homeText } from './text'

/** Sessions worth a look, each with the strongest reason why. */
export function Recommended({ items }: { items: readonly Recommendation[] }) {
  const t = useText(homeText)
  const { language } = useSettings()
  const reasonOf = ({ reasons: [first], colleagues }: Recommendation) =>
    first === undefined ? undefined : first === 'colleagues-going' && colleagues > 0 ? t.colleagues(colleagues) : t.reasons[first]
  return (
    <Section title={t.recommended} action={{ words: t.allSessions, onTap: () => go(routes.projects) }}>
      {items.length === 0 && (
        <Card flush>
          <Cell
            icon="heart"
            tone="give"
            title={t.nothingRecommended}
            detail={t.nothingRecommendedDetail}
            onTap={() => go(routes.projects)}
          />
        </Card>
      )}
      {items.map((item) => {
        const reason = reasonOf(item)
        return (
          <SessionRow
            key={item.session.id}
            session={item.session}
            time={span(item.session.startsAt, item.session.endsAt, deviceNow(), language)}
            tags={reason && <Tag tone="gold">{reason}</Tag>}
          />
        )
      })}
    </Section>
  )
}
