import { headingOf, importColumns, optionalColumns } from '@yijian/shared/people/import-columns'
import { ProblemError } from '@yijian/shared/http/problem'
import { useMutation } from '@tanstack/react-query'
import { api } from '@/api/client'
import { adminText } from '@/features/admin/text'
import { useText } from '@/i18n/use-text'
import { count } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { pickFile } from '@/platform/pick-file'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'
import { StatRow } from '@/ui/StatRow'
import { Tag } from '@/ui/Tag'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** People from a file of the HR system, with what is wrong row by row. */
export default function ImportPage() {
  const t = useText(adminText)
  const { language } = useSettings()
  const run = useMutation({
    mutationFn: async () => {
      const file = await pickFile(['xlsx', 'csv'])
      if (!file) return undefined
      return api.importEmployees({ file: { type: file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : XLSX, bytes: file.bytes } })
    },
  })
  const errors = run.error instanceof ProblemError ? (run.error.reply.errors ?? []) : []
  const result = run.data
  const footer = (
    <BottomBar>
      <Button id="choose-file" icon="upload" busy={run.isPending} onTap={() => run.mutate()}>
        {run.isPending ? t.importing : t.choose}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.importTitle} footer={footer}>
      <Notice>{t.importNote}</Notice>
      {result && (
        <Card>
          <StatRow
            stats={(['rows', 'added', 'changed', 'unchanged', 'left'] as const).map((name) => ({
              words: t.importedRows[name],
              value: count(result[name]),
            }))}
          />
        </Card>
      )}
      {result && (
        <Notice tone="brand" icon="check">
          {t.imported}
        </Notice>
      )}
      {result && result.ignoredColumns.length > 0 && <Notice tone="gold">{t.ignored(result.ignoredColumns.join('、'))}</Notice>}
      {run.error && <ErrorState error={run.error} />}
      {errors.length === 0 && (
        <Section title={t.importColumns}>
          <Card>
            <View className="row wrap">
              {importColumns
                .filter((column) => !optionalColumns.includes(column))
                .map((column) => (
                  <Tag key={column} tone="brand">
                    {headingOf(column)}
                  </Tag>
                ))}
              {optionalColumns.map((column) => (
                <Tag key={column}>{t.optionalColumn(headingOf(column))}</Tag>
              ))}
            </View>
            <View className="t-body t-muted">{t.importHow}</View>
          </Card>
        </Section>
      )}
      {errors.length > 0 && (
        <Card flush>
          {errors.map((error) => (
            <Cell key={`${error.at} ${error.zh}`} icon="alert" tone="danger" title={error[language]} detail={error.at} />
          ))}
        </Card>
      )}
    </Page>
  )
}
