import { readCertificateNo } from '@yijian/shared/certificate/rules'
import { useState } from 'react'
import { useRead } from '@/api/use-read'
import { CheckForm } from '@/features/certificate/CheckForm'
import { CheckResult } from '@/features/certificate/CheckResult'
import { certificateText } from '@/features/certificate/text'
import { useText } from '@/i18n/use-text'
import { routes, useParams } from '@/lib/routes'
import { Button } from '@/ui/Button'
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
  const check = useRead('checkCertificate', { params: { certificateNo } })
  return (
    <>
      <Loaded of={check}>{(answer) => <CheckResult check={answer} />}</Loaded>
      <Button kind="plain" onTap={onAnother}>
        {t.checkAnother}
      </Button>
    </>
  )
}
