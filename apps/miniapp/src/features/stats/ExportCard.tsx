import type { ExportFormat, HrExport } from '@yijian/shared/stats/shapes'
import { api } from '@/api/client'
import { fileUrl } from '@/api/file-url'
import { problemWords } from '@/api/problems'
import { useAction } from '@/api/use-action'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { openExport } from '@/platform/open-export'
import { toast } from '@/platform/toast'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import type { Tone } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Notice } from '@/ui/Notice'
import { Progress } from '@/ui/Progress'
import { Tag } from '@/ui/Tag'
import { statsText } from './text'
import styles from './stats.module.scss'

const tones: Record<HrExport['state'], Tone> = { requested: 'neutral', building: 'info', ready: 'brand', failed: 'danger' }

interface ExportCardProps {
  of: HrExport
  /** Its year was closed on this file. */
  isClosedOn: boolean
  /** Asks for the same once more; undefined where that may not be. */
  again?: { isBusy: boolean; start: () => void } | undefined
}

/** One export: how far it is, what was checked, and its files. */
export function ExportCard({ of, isClosedOn, again }: ExportCardProps) {
  const t = useText(statsText)
  const { language } = useSettings()
  const when = (at: string) => moment(at, deviceNow(), language)
  const what = of.kind === 'difference' ? t.differenceWords(of.year) : t.yearWords(of.year)
  return (
    <Card>
      <View className="stack">
        <View className={styles.head}>
          <View className="t-strong">{`${what} · ${of.branch?.name ?? t.wholeCompany}`}</View>
          <View className={styles.actions}>
            {isClosedOn && <Tag tone="gold">{t.closedOn}</Tag>}
            <Tag tone={tones[of.state]}>{t.states[of.state]}</Tag>
          </View>
        </View>
        <View className="t-small">{t.exportedBy(of.requestedBy.name, when(of.requestedAt))}</View>
        {of.state === 'requested' && <View className="t-body">{t.queued}</View>}
        {of.state === 'building' && (
          <>
            <Progress share={of.progress / 100} label={t.building(of.progress)} />
            <View className="t-small">{t.building(of.progress)}</View>
          </>
        )}
        {of.failure && <Notice tone="danger">{t.failures[of.failure]}</Notice>}
        {of.failure && again && (
          <View className={styles.actions}>
            <Button size="small" kind="soft" busy={again.isBusy} onTap={again.start}>
              {t.again}
            </Button>
          </View>
        )}
        {of.state === 'ready' && <Ready of={of} />}
      </View>
    </Card>
  )
}

function Ready({ of }: { of: HrExport }) {
  const t = useText(statsText)
  const { language } = useSettings()
  const rowsOf = (name: HrExport['sheets'][number]['sheet']) => of.sheets.find(({ sheet }) => sheet === name)?.rows ?? 0
  const sums = of.checks.length
  const download = useAction(
    async (format: ExportFormat, options) => {
      const { link } = await api.createExportLink({ params: { exportId: of.id }, body: { format } }, options)
      return openExport(fileUrl(link), format)
    },
    {
      changes: [],
      onDone: (opened) => {
        if (!opened) toast(t.onComputer)
      },
      onRefused: (error) => {
        const { title, next } = problemWords(error, language)
        toast(`${title} ${next}`)
      },
    },
  )
  return (
    <>
      <View className="t-body">{of.asOf && t.exportAsOf(moment(of.asOf, deviceNow(), language))}</View>
      <View className="t-body">
        {of.kind === 'difference' ? t.differenceChecks(sums, rowsOf('corrections')) : t.checks(sums, rowsOf('people'))}
      </View>
      <View className={styles.actions}>
        {of.files.map(({ format, sizeBytes }) => (
          <Button
            key={format}
            size="small"
            kind={format === 'xlsx' ? 'primary' : 'soft'}
            icon="download"
            busy={download.isBusy}
            onTap={() => download.start(format)}
          >
            {t.download(t.formats[format], sizeText(sizeBytes))}
          </Button>
        ))}
      </View>
      {of.files.map(({ format, sha256 }) => (
        <View key={format} className={styles.hash}>
          {t.hash(t.formats[format], sha256)}
        </View>
      ))}
    </>
  )
}

/** `86 kB`, `4.2 MB`. */
function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
