import { readHandOffCode } from '@yijian/shared/people/hand-off'
import { useState } from 'react'
import { OpenNow } from '@/features/attendance/OpenNow'
import { ScanIntro } from '@/features/attendance/ScanIntro'
import { ScanRefused } from '@/features/attendance/ScanRefused'
import { ScanSuccess } from '@/features/attendance/ScanSuccess'
import { attendanceText } from '@/features/attendance/text'
import { useScan } from '@/features/attendance/use-scan'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Scanner } from '@/platform/Scanner'
import { Page } from '@/ui/Page'

export default function ScanPage() {
  const t = useText(attendanceText)
  const scan = useScan()
  const [code, setCode] = useState('')
  const send = (scanned: string) => {
    const computer = readHandOffCode(scanned)
    if (computer) return go(routes.handOff, { code: computer })
    setCode(scanned)
    scan.start(scanned)
  }
  return (
    <Page title={t.title} tab="scan">
      {scan.output ? (
        <ScanSuccess receipt={scan.output} onDone={scan.reset} />
      ) : scan.error ? (
        <ScanRefused error={scan.error} busy={scan.isBusy} onRetry={() => scan.start(code)} onReset={scan.reset} />
      ) : (
        <>
          <ScanIntro />
          <Scanner onCode={send} busy={scan.isBusy} />
          <OpenNow />
        </>
      )}
    </Page>
  )
}
