import type { Donation } from '@yijian/shared/giving/shapes'
import type { DonationPayout } from '@yijian/shared/payout/shapes'
import { useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import type { Tone } from '@/ui/Cell'
import type { IconName } from '@/ui/icon-names'
import { Section } from '@/ui/Section'
import { Tag } from '@/ui/Tag'
import { payoutText } from './text'

const looks: Record<DonationPayout['progress'], { icon: IconName; tone: Tone }> = {
  waiting: { icon: 'clock', tone: 'gold' },
  'under-way': { icon: 'upload', tone: 'info' },
  paid: { icon: 'check', tone: 'brand' },
}

/** How far a donation of mine has come: with the project, on its way, or confirmed by the charity with its word. */
export function DonationPayouts({ donation: { id, parts } }: { donation: Donation }) {
  const t = useText(payoutText)
  const { language } = useSettings()
  const { data } = useRead('listMyDonationPayouts', { params: { donationId: id } })
  if (!data || data.items.length === 0) return null
  return (
    <Section title={t.title}>
      <Card flush>
        {data.items.map(({ fundProjectId, progress, paidAt, note }) => (
          <Cell
            key={fundProjectId}
            {...looks[progress]}
            title={parts.find(({ fundProject }) => fundProject.id === fundProjectId)?.fundProject.name ?? ''}
            detail={[
              ...(paidAt === null ? [] : [t.paidAt(moment(paidAt, deviceNow(), language))]),
              ...(note === null ? [] : [t.noteSaid(note)]),
            ].join(' · ')}
            end={<Tag tone={looks[progress].tone}>{t.progress[progress]}</Tag>}
          />
        ))}
      </Card>
    </Section>
  )
}
