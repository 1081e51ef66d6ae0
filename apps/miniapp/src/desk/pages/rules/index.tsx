import { shanghaiDay } from '@yijian/shared/kernel/time'
import { policyKinds } from '@yijian/shared/policy/shapes'
import type { PolicyKind } from '@yijian/shared/policy/shapes'
import { useState } from 'react'
import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import styles from '@/features/admin/admin.module.scss'
import { adminText } from '@/features/admin/text'
import { PublishPolicy } from '@/features/admin/PublishPolicy'
import { policyInForce } from '@/features/policy/policy-in-force'
import { PolicyCard } from '@/features/policy/PolicyCard'
import { policyText } from '@/features/policy/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { Button } from '@/ui/Button'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'

/** Every policy with its versions; an operator publishes new ones. */
export default function RulesPage() {
  const t = useText(adminText)
  const { kinds } = useText(policyText)
  const login = useLogin()
  // Published a few times a year: a hundred versions are decades.
  const policies = useRead('listPolicies', { query: { limit: 100 } })
  const [chosen, setChosen] = useState<PolicyKind>()
  // The newest as the list holds it now: another operator may publish while the sheet is open.
  const newest = policies.data?.items.find(({ kind }) => kind === chosen)
  const today = shanghaiDay(deviceNow())
  const mayPublish = login?.me.roles.some(({ role }) => role === 'operator') ?? false
  return (
    <Page title={t.rules} onRefresh={policies.refetch}>
      <Notice>{t.rulesNote}</Notice>
      <Loaded of={policies}>
        {({ items }) => (
          <>
            {policyKinds.map((kind) => {
              const versions = items.filter((version) => version.kind === kind)
              const inForce = policyInForce(versions, kind, today)
              const publish = mayPublish && inForce && (
                <Button
                  id={`publish-${kind}`}
                  kind="soft"
                  size="small"
                  icon="edit"
                  className={styles.publish}
                  label={t.publishNewOf(kinds[kind])}
                  onTap={() => setChosen(kind)}
                >
                  {t.publishNew}
                </Button>
              )
              return <PolicyCard key={kind} kind={kind} versions={versions} inForce={inForce} action={publish} />
            })}
          </>
        )}
      </Loaded>
      {newest && <PublishPolicy key={newest.kind} from={newest} onClose={() => setChosen(undefined)} />}
    </Page>
  )
}
