import type { Certificate } from '@yijian/shared/certificate/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { fileUrl } from '@/api/file-url'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { openPaper } from '@/platform/open-paper'
import { toast } from '@/platform/toast'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Tag } from '@/ui/Tag'
import { exactHours } from './period'
import { certificateText } from './text'

/** One of my certificates, whether it still holds, and the paper itself. */
export function CertificateCard({ certificate }: { certificate: Certificate }) {
  const t = useText(certificateText)
  const { language } = useSettings()
  const [isOpening, setOpening] = useState(false)
  const { id, certificateNo, fromOn, toOn, minutes, issuedAt, state, supersededAt } = certificate
  const day = (at: string) => dayText(at, deviceNow(), language)
  const open = async () => {
    setOpening(true)
    try {
      const { link } = await api.getCertificateLink({ params: { certificateId: id } })
      await openPaper(fileUrl(link))
    } catch {
      toast(t.notOpened)
    } finally {
      setOpening(false)
    }
  }
  return (
    <Card>
      <View className="stack">
        <View className="between">
          <View className="t-heading t-num">{t.hoursOf(exactHours(minutes))}</View>
          <Tag tone={state === 'valid' ? 'brand' : 'neutral'}>{state === 'valid' ? t.valid : t.superseded}</Tag>
        </View>
        <View>
          <View className="t-body">{t.periodOf(fromOn, toOn)}</View>
          <View className="t-small">
            {certificateNo} · {t.issuedOn(day(issuedAt))}
          </View>
          {supersededAt !== null && <View className="t-small t-gold">{t.supersededOn(day(supersededAt))}</View>}
        </View>
        <View className="row wrap">
          <Button size="small" kind="soft" icon="download" busy={isOpening} onTap={() => void open()}>
            {t.download}
          </Button>
          <Button size="small" kind="plain" icon="shield" onTap={() => go(routes.certificateCheck, { certificateNo })}>
            {t.check}
          </Button>
        </View>
      </View>
    </Card>
  )
}
