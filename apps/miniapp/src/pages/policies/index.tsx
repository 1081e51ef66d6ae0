import { shanghaiDay } from '@yijian/shared/kernel/time'
import { policyKinds } from '@yijian/shared/policy/shapes'
import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import { GradesCard } from '@/features/policy/GradesCard'
import { PolicyCard } from '@/features/policy/PolicyCard'
import { policyInForce } from '@/features/policy/policy-in-force'
import { policyText } from '@/features/policy/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { Empty } from '@/ui/Empty'
import { View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'

export default function PoliciesPage() {
  const t = useText(policyText)
  // Versions are published a few times a year; a hundred of them are decades.
  const policies = useRead('listPolicies', { query: { limit: 100 } }, { enabled: useLogin() !== undefined })
  const today = shanghaiDay(deviceNow())
  return (
    <Page title={t.title} onRefresh={policies.refetch}>
      <Loaded of={policies}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="document" title={t.none} detail={t.noneDetail} />
          ) : (
            <>
              <View className="t-body t-muted">{t.intro}</View>
              {policyKinds
                .map((kind) => ({ kind, versions: items.filter((version) => version.kind === kind) }))
                .filter(({ versions }) => versions.length > 0)
                .map(({ kind, versions }) => (
                  <PolicyCard key={kind} kind={kind} versions={versions} inForce={policyInForce(versions, kind, today)} />
                ))}
              <GradesCard />
            </>
          )
        }
      </Loaded>
    </Page>
  )
}
