import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Section } from '@/ui/Section'
import { meText } from './text'

/** What is mine, and how it is reckoned. */
export function OwnEntries() {
  const t = useText(meText)
  return (
    <Section title={t.mine}>
      <Card flush>
        <Cell icon="calendar" title={t.mySessions} detail={t.mySessionsDetail} onTap={() => go(routes.mySessions)} />
        <Cell icon="clock" title={t.myHours} detail={t.myHoursDetail} onTap={() => go(routes.hours)} />
        <Cell icon="points" tone="gold" title={t.pointsShop} detail={t.pointsShopDetail} onTap={() => go(routes.points)} />
        <Cell icon="leaf" title={t.leave} detail={t.leaveDetail} onTap={() => go(routes.leave)} />
        <Cell icon="badge" tone="gold" title={t.honour} detail={t.honourDetail} onTap={() => go(routes.honour)} />
        <Cell icon="megaphone" tone="gold" title={t.award} detail={t.awardDetail} onTap={() => go(routes.award)} />
        <Cell icon="document" tone="neutral" title={t.policies} detail={t.policiesDetail} onTap={() => go(routes.policies)} />
      </Card>
    </Section>
  )
}
