import { shanghaiClock } from '@yijian/shared/kernel/time'
import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import { homeText } from '@/features/home/text'
import { useText } from '@/i18n/use-text'
import { useDeviceNow } from '@/lib/clock'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'

const MINUTE_MS = 60_000

export default function HomePage() {
  const t = useText(homeText)
  const login = useLogin()
  const home = useRead('getHome', {}, { enabled: login !== undefined })
  const greeting = t.greeting(shanghaiClock(useDeviceNow(MINUTE_MS)).hour)
  return (
    <Page title={login ? t.greetingTo(greeting, login.me.employee.name) : greeting} tab="home" isBare onRefresh={home.refetch}>
      <Skeleton shape="hero" />
      <Skeleton count={3} />
    </Page>
  )
}
