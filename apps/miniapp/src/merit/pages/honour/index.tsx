import { useState } from 'react'
import { useRead } from '@/api/use-read'
import { BadgeWall } from '@/features/honour/BadgeWall'
import { ConsentSwitches } from '@/features/honour/ConsentSwitches'
import { HonourHero } from '@/features/honour/HonourHero'
import { HostedList } from '@/features/honour/HostedList'
import { PosterSheet } from '@/features/honour/PosterSheet'
import { honourText } from '@/features/honour/text'
import { useText } from '@/i18n/use-text'
import { addressOf, go, routes } from '@/lib/routes'
import { ShareButton } from '@/platform/ShareButton'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'

/** My honour page: everything is here, and beside it what colleagues see of it. */
export default function HonourPage() {
  const t = useText(honourText)
  const honour = useRead('getMyHonour')
  const badges = useRead('listMyBadges')
  const [isPosterOpen, setPosterOpen] = useState(false)
  const mine = honour.data
  const isShown = mine?.consents.some(({ shownSince }) => shownSince !== null) ?? false
  const footer = mine && (
    <BottomBar>
      <ShareButton card={{ title: t.shareTitle(mine.person.name), path: addressOf(routes.colleague, { employeeId: mine.person.id }) }}>
        {t.share}
      </ShareButton>
      <Button icon="download" disabledReason={isShown ? undefined : t.posterNeedsField} onTap={() => setPosterOpen(true)}>
        {t.poster}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.title} onRefresh={() => Promise.all([honour.refetch(), badges.refetch()])} footer={footer}>
      <Loaded of={honour} skeleton={<Skeleton shape="hero" />}>
        {(all) => <HonourHero {...all} />}
      </Loaded>
      <Section title={t.badges}>
        <Loaded of={badges}>{({ items }) => <BadgeWall badges={items} />}</Loaded>
      </Section>
      {mine && mine.projects.length > 0 && (
        <Section title={t.hosting}>
          <HostedList projects={mine.projects} />
        </Section>
      )}
      {mine && (
        <Section title={t.whoSees} action={{ words: t.preview, onTap: () => go(routes.colleague, { employeeId: mine.person.id }) }}>
          <ConsentSwitches consents={mine.consents} />
        </Section>
      )}
      <Card flush>
        <Cell icon="document" title={t.certificate} detail={t.certificateDetail} onTap={() => go(routes.certificate)} />
      </Card>
      {isPosterOpen && <PosterSheet onClose={() => setPosterOpen(false)} />}
    </Page>
  )
}
