import { api } from '@/api/client'
import { fileUrl } from '@/api/file-url'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { openLink } from '@/platform/open-link'
import { toast } from '@/platform/toast'
import { Button } from '@/ui/Button'
import { leaveText } from './text'

/** The year as a file for HR. */
export function LeaveExport({ year }: { year: number }) {
  const t = useText(leaveText)
  const exporting = useToldAction((body: { year: number }, options) => api.exportLeave({ body }, options), {
    changes: [],
    done: ({ rows }) => t.exported(rows),
    onDone: ({ link }) => void give(link),
  })
  const give = async (link: string) => {
    if ((await openLink(fileUrl(link))) === 'copied') toast(t.linkCopied)
  }
  return (
    <Button kind="soft" size="small" icon="download" busy={exporting.isBusy} onTap={() => exporting.start({ year })}>
      {t.export}
    </Button>
  )
}
