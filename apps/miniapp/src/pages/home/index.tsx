import { shanghaiClock } from '@yijian/shared/kernel/time'
import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import { HomeBalances } from '@/features/home/HomeBalances'
import { HomeHero } from '@/features/home/HomeHero'
import { HomeToDos } from '@/features/home/HomeToDos'
import { NextSession } from '@/features/home/NextSession'
import { Recommended } from '@/features/home/Recommended'
import { homeText } from '@/features/home/text'
import { useText } from '@/i18n/use-text'
import { useDeviceNow } from '@/lib/clock'
import { Columns } from '@/ui/Columns'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'

const MINUTE_MS = 60_000

export default function HomePage() {
  const t = useText(homeText)
  const login = useLogin()
  const enabled = login !== undefined
  const home = useRead('getHome', {}, { enabled })
  const waits = enabled && (login.me.isHost || login.me.roles.length > 0)
  const toDos = useRead('listToDos', {}, { enabled: waits })
  const greeting = t.greeting(shanghaiClock(useDeviceNow(MINUTE_MS)).hour)
  const waiting = (
    <>
      <Skeleton shape="hero" />
      <Skeleton count={3} />
    </>
  )
  return (
    <Page
      title={login ? t.greetingTo(greeting, login.me.employee.name) : greeting}
      tab="home"
      isBare
      isWide
      onRefresh={() => Promise.all([home.refetch(), waits && toDos.refetch()])}
    >
      <Loaded of={home} skeleton={waiting}>
        {({ balances, nextGrant, next, recommended }) => (
          <Columns
            first={
              <>
                <HomeHero balances={balances} nextGrant={nextGrant} />
                <HomeBalances balances={balances} />
                <HomeToDos items={toDos.data?.items ?? []} atDesk={enabled && login.me.roles.length > 0} />
                <NextSession next={next} />
              </>
            }
            second={<Recommended items={recommended} />}
          />
        )}
      </Loaded>
    </Page>
  )
}
