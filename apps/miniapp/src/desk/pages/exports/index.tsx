import { useEffect, useState } from 'react'
import { api } from '@/api/client'
import { usePages, useRead } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { ExportCard } from '@/features/stats/ExportCard'
import { statsText } from '@/features/stats/text'
import { YearChips } from '@/features/stats/YearChips'
import { recentYears } from '@/features/stats/years'
import { useText } from '@/i18n/use-text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PagedList } from '@/ui/PagedList'
import { Section } from '@/ui/Section'

const LOOK_EVERY_MS = 1500

/** Asks for the files of a year and follows them until they can be downloaded. */
export default function ExportsPage() {
  const t = useText(statsText)
  const [year, setYear] = useState(() => recentYears()[0] ?? 0)
  const exports = usePages('listExports', { query: {} })
  const isUnderWay = exports.items?.some(({ state }) => state === 'requested' || state === 'building') ?? false
  // The first page again and again while something is built; the list itself is read anew once all of it is done.
  const newest = useRead('listExports', { query: { limit: '20' } }, { enabled: isUnderWay, refetchEveryMs: LOOK_EVERY_MS })
  const isSettled = newest.data?.items.every(({ state }) => state === 'ready' || state === 'failed') ?? false
  const { refetch } = exports
  useEffect(() => {
    if (isSettled && isUnderWay) void refetch()
  }, [isSettled, isUnderWay, refetch])
  const fresh = new Map(newest.data?.items.map((item) => [item.id, item]))
  const request = useToldAction((year: number, options) => api.requestExport({ body: { year } }, options), {
    changes: ['listExports'],
    done: t.requested,
  })
  return (
    <Page title={t.exports} onRefresh={exports.refetch}>
      <Card>
        <View className="stack">
          <View className="t-body">{t.exportsIntro}</View>
          <YearChips label={t.exportYear} year={year} onChange={setYear} />
          <Button icon="document" busy={request.isBusy} onTap={() => request.start(year)}>
            {t.request(year)}
          </Button>
        </View>
      </Card>
      <Notice icon="shield">{t.linkNote}</Notice>
      <Section title={t.history}>
        <PagedList of={exports} keyOf={({ id }) => id} empty={<Empty icon="document" title={t.none} detail={t.noneDetail} />}>
          {(item) => <ExportCard of={fresh.get(item.id) ?? item} />}
        </PagedList>
      </Section>
    </Page>
  )
}
