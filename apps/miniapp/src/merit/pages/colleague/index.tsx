import { useRead } from '@/api/use-read'
import { HonourHero } from '@/features/honour/HonourHero'
import { HostedList } from '@/features/honour/HostedList'
import { ShownBadges } from '@/features/honour/ShownBadges'
import { honourText } from '@/features/honour/text'
import { useText } from '@/i18n/use-text'
import { addressOf, go, routes, useParams } from '@/lib/routes'
import { useShareCard } from '@/platform/share'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'

/** A mini-program code hands its id over as `scene`, a link by name. */
export default function ColleaguePage() {
  const { employeeId, scene } = useParams(routes.colleague)
  const id = employeeId ?? scene
  return id ? <Colleague employeeId={id} /> : <Unknown />
}

function Colleague({ employeeId }: { employeeId: string }) {
  const t = useText(honourText)
  const honour = useRead('getHonourOf', { params: { employeeId } })
  const name = honour.data?.person.name
  useShareCard({ title: name === undefined ? t.honourPage : t.shareTitle(name), path: addressOf(routes.colleague, { employeeId }) })
  return (
    <Page title={t.honourPage} onRefresh={honour.refetch}>
      <Loaded of={honour} skeleton={<Skeleton shape="hero" />}>
        {({ badges, projects, ...hero }) => {
          const isOpen = [hero.minutes, hero.sessions, hero.donatedFen, hero.leaderYears, badges, projects].some((part) => part !== null)
          return (
            <>
              <HonourHero {...hero} />
              {badges !== null && badges.length > 0 && (
                <Section title={t.badges}>
                  <ShownBadges badges={badges} />
                </Section>
              )}
              {projects !== null && projects.length > 0 && (
                <Section title={t.hosting}>
                  <HostedList projects={projects} />
                </Section>
              )}
              {!isOpen && <Empty icon="lock" title={t.notShown} detail={t.notShownDetail(hero.person.name)} />}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

/** A link that lost the person it was about. */
function Unknown() {
  const t = useText(honourText)
  return (
    <Page title={t.honourPage}>
      <Empty icon="link" title={t.missing} detail={t.missingDetail} action={{ words: t.toMine, onTap: () => go(routes.honour) }} />
    </Page>
  )
}
