import { usePages } from '@/api/use-read'
import { CertificateCard } from '@/features/certificate/CertificateCard'
import { MakeCertificate } from '@/features/certificate/MakeCertificate'
import { certificateText } from '@/features/certificate/text'
import { useText } from '@/i18n/use-text'
import { Empty } from '@/ui/Empty'
import { PagedList } from '@/ui/PagedList'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'

export default function CertificatePage() {
  const t = useText(certificateText)
  const mine = usePages('listMyCertificates')
  return (
    <Page title={t.title} onRefresh={mine.refetch}>
      <MakeCertificate />
      <Section title={t.mine}>
        <PagedList of={mine} keyOf={({ id }) => id} empty={<Empty icon="document" title={t.none} detail={t.noneDetail} />}>
          {(certificate) => <CertificateCard certificate={certificate} />}
        </PagedList>
      </Section>
    </Page>
  )
}
