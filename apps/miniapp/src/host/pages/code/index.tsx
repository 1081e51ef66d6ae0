import type { ScanKind } from '@yijian/shared/attendance/shapes'
import { useState } from 'react'
import { useRead } from '@/api/use-read'
import { CodeCard } from '@/features/hosting/CodeCard'
import styles from '@/features/hosting/code.module.scss'
import { LiveArrivals } from '@/features/hosting/LiveArrivals'
import { Missing } from '@/features/hosting/Missing'
import { RecordByName } from '@/features/hosting/RecordByName'
import { hostedSessionText } from '@/features/hosting/session-text'
import { useText } from '@/i18n/use-text'
import { routes, useParams } from '@/lib/routes'
import { useBrightScreen } from '@/platform/screen'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Columns } from '@/ui/Columns'
import { View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { Segmented } from '@/ui/Segmented'

const ARRIVALS_EVERY_MS = 3_000

export default function CodePage() {
  const { sessionId } = useParams(routes.code)
  return sessionId ? <Code sessionId={sessionId} /> : <Missing />
}

/** The screen at the door: the code, and who has come. */
function Code({ sessionId }: { sessionId: string }) {
  const { code: t } = useText(hostedSessionText)
  const [kind, setKind] = useState<ScanKind>('in')
  const [isRecording, setRecording] = useState(false)
  const session = useRead('getSession', { params: { sessionId } })
  const arrivals = useRead('getArrivals', { params: { sessionId } }, { refetchEveryMs: ARRIVALS_EVERY_MS })
  useBrightScreen()
  const footer = (
    <BottomBar>
      <Button kind="soft" icon="people" onTap={() => setRecording(true)}>
        {t.byName}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.title} isWide footer={footer}>
      <Columns
        first={
          <>
            <View className={styles.head}>
              <View className="t-strong">{session.data?.title ?? ' '}</View>
              <View className="t-body t-muted">{t.ask}</View>
            </View>
            <Segmented
              label={t.kind}
              choices={[
                { value: 'in', words: t.in },
                { value: 'out', words: t.out },
              ]}
              value={kind}
              onChange={setKind}
            />
            <CodeCard sessionId={sessionId} kind={kind} />
          </>
        }
        second={<Loaded of={arrivals}>{(arrivals) => <LiveArrivals arrivals={arrivals} />}</Loaded>}
      />
      <RecordByName sessionId={sessionId} kind={kind} isOpen={isRecording} onClose={() => setRecording(false)} />
    </Page>
  )
}
