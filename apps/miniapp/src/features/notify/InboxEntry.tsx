import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Tag } from '@/ui/Tag'
import { notifyText } from './text'

/** The way to the messages, with how many wait. */
export function InboxEntry() {
  const t = useText(notifyText)
  const inbox = useRead('getInboxState', {}, { enabled: useLogin() !== undefined })
  const unread = inbox.data?.unread ?? 0
  return (
    <Card flush>
      <Cell
        icon="megaphone"
        tone="info"
        title={t.inbox}
        detail={t.inboxDetail}
        end={unread > 0 ? <Tag tone="danger">{t.unread(unread)}</Tag> : undefined}
        onTap={() => go(routes.inbox)}
      />
    </Card>
  )
}
