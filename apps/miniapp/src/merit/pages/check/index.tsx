import type { ProblemWords } from '@yijian/shared/http/problem'
import { readCertificateNo } from '@yijian/shared/certificate/rules'
import { useState } from 'react'
import { problemCode, problemWords } from '@/api/problems'
import { useRead } from '@/api/use-read'
import { CheckForm } from '@/features/certificate/CheckForm'
import { CheckResult } from '@/features/certificate/CheckResult'
import { certificateText } from '@/features/certificate/text'
import { useText } from '@/i18n/use-text'
import { routes, useParams } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Button } from '@/ui/Button'
import { Empty } from '@/ui/Empty'
import { View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'

/** Whether a certificate is true, for anybody who has its number; no login is asked for. */
export default function CertificateCheckPage() {
  const t = useText(certificateText)
  const { certificateNo } = useParams(routes.certificateCheck)
  const [number, setNumber] = useState(() => readCertificateNo(certificateNo ?? ''))
  return (
    <Page title={t.checkTitle} isPublic>
      {number === null ? <CheckForm onNumber={setNumber} /> : <Checked certificateNo={number} onAnother={() => setNumber(null)} />}
    </Page>
  )
}

function Checked({ certificateNo, onAnother }: { certificateNo: string; onAnother: () => void }) {
  const t = useText(certificateText)
  const { language } = useSettings()
  const check = useRead('checkCertificate', { params: { certificateNo } })
  return (
    <>
      {problemCode(check.error) === 'certificate-unknown' ? (
        <Unknown words={problemWords(check.error, language)} />
      ) : (
        <Loaded of={check}>{(answer) => <CheckResult check={answer} />}</Loaded>
      )}
      <Button kind="plain" onTap={onAnother}>
        {t.checkAnother}
      </Button>
    </>
  )
}

/** An answer, and no failure: whoever came by the paper’s code has no page of ours to go back to. */
function Unknown({ words: { title, detail, next } }: { words: ProblemWords }) {
  return (
    <View aria-role="alert">
      <Empty icon="search" title={title} detail={`${detail} ${next}`} />
    </View>
  )
}
