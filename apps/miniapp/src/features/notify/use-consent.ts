import type { NoticeKind } from '@yijian/shared/notify/rules'
import { api } from '@/api/client'
import { createKey } from '@/api/idempotency'
import { useRead } from '@/api/use-read'
import { askForMessages } from '@/platform/subscribe'

/** Asks, within the tap that gives cause to it, whether messages of these kinds may be sent; an answer is counted, not waited for. */
export function useConsent(kinds: readonly NoticeKind[]): () => void {
  const templates = useRead('listMessageTemplates', {})
  return () => {
    const wanted = (templates.data?.items ?? []).filter(({ kind }) => kinds.includes(kind))
    void askForMessages(wanted.map(({ templateId }) => templateId)).then((accepted) => {
      const given = wanted.filter(({ templateId }) => accepted.includes(templateId)).map(({ kind }) => kind)
      if (given.length === 0) return undefined
      // Lost, a consent is asked for again at the next occasion.
      return api.recordMessageConsent({ body: { accepted: given } }, { key: createKey() }).catch(() => undefined)
    })
  }
}
