import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { HrExport, RequestExportInput } from '@yijian/shared/stats/shapes'
import { useEffect, useState } from 'react'
import { api } from '@/api/client'
import { usePages, useRead } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { ExportCard } from '@/features/stats/ExportCard'
import { ScopePicker } from '@/features/stats/ScopePicker'
import { statsText } from '@/features/stats/text'
import { YearChips } from '@/features/stats/YearChips'
import { recentYears } from '@/features/stats/years'
import { useText } from '@/i18n/use-text'
import { routes, useParams } from '@/lib/routes'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Columns } from '@/ui/Columns'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PagedList } from '@/ui/PagedList'
import { Section } from '@/ui/Section'

const LOOK_EVERY_MS = 1500

/** Asks for the files of a year, or of what was corrected after its close, and follows them until they can be downloaded. */
export default function ExportsPage() {
  const t = useText(statsText)
  const params = useParams(routes.exports)
  const [year, setYear] = useState(() => recentYears().find((each) => String(each) === params.year) ?? recentYears()[0] ?? 0)
  const [branchId, setBranchId] = useState(params.branchId)
  const closings = useRead('listYearClosings', { query: { limit: 100 } })
  const { exports, fresh } = useExports()
  const request = useToldAction((input: RequestExportInput, options) => api.requestExport({ body: input }, options), {
    changes: ['listExports'],
    done: t.requested,
  })
  const closingOf = (year: number) => closings.data?.items.find((closing) => closing.year === year)
  const closed = branchId === undefined ? closingOf(year) : undefined
  const kind = closed ? 'difference' : 'year'
  const againOf = (item: HrExport) => {
    const isOver = item.kind === 'year' && item.branch === null && closingOf(item.year) !== undefined
    const input = { kind: item.kind, year: item.year, branchId: item.branch?.id }
    return isOver ? undefined : { isBusy: request.isBusy, start: () => request.start(input) }
  }
  return (
    <Page title={t.exports} isWide onRefresh={() => Promise.all([exports.refetch(), closings.refetch()])}>
      <Columns
        main="second"
        first={
          <>
            <Card>
              <View className="stack">
                <YearChips label={t.exportYear} year={year} onChange={setYear} />
                <ScopePicker label={t.exportScope} branchId={branchId} onChange={setBranchId} />
                <View className="t-body">{closed ? t.differenceIntro(year, shanghaiDay(closed.closedAt)) : t.exportsIntro}</View>
                <Button icon="document" busy={request.isBusy || closings.isPending} onTap={() => request.start({ kind, year, branchId })}>
                  {closed ? t.requestDifference(year) : t.request(year)}
                </Button>
              </View>
            </Card>
            <Notice icon="shield">{t.linkNote}</Notice>
          </>
        }
        second={
          <Section title={t.history}>
            <PagedList of={exports} keyOf={({ id }) => id} empty={<Empty icon="document" title={t.none} detail={t.noneDetail} />}>
              {(item) => (
                <ExportCard of={fresh.get(item.id) ?? item} isClosedOn={closingOf(item.year)?.exportId === item.id} again={againOf(item)} />
              )}
            </PagedList>
          </Section>
        }
      />
    </Page>
  )
}

/** The list, and beside it the first page again and again while something is built; read anew once all of it is done. */
function useExports() {
  const exports = usePages('listExports', { query: {} })
  const isUnderWay = exports.items?.some(({ state }) => state === 'requested' || state === 'building') ?? false
  const newest = useRead('listExports', { query: { limit: 20 } }, { enabled: isUnderWay, refetchEveryMs: LOOK_EVERY_MS })
  const isSettled = newest.data?.items.every(({ state }) => state === 'ready' || state === 'failed') ?? false
  const { refetch } = exports
  useEffect(() => {
    if (isSettled && isUnderWay) void refetch()
  }, [isSettled, isUnderWay, refetch])
  return { exports, fresh: new Map(newest.data?.items.map((item) => [item.id, item])) }
}
