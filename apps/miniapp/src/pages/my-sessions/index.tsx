import { useState } from 'react'
import { MySignupList, useMySignups } from '@/features/signup/MySignupList'
import type { SignupWhen } from '@/features/signup/MySignupList'
import { signupText } from '@/features/signup/text'
import { useText } from '@/i18n/use-text'
import { View } from '@/ui/elements'
import { Page } from '@/ui/Page'
import { Segmented } from '@/ui/Segmented'

export default function MySessionsPage() {
  const t = useText(signupText)
  const [when, setWhen] = useState<SignupWhen>('coming')
  const signups = useMySignups(when)
  return (
    <Page title={t.mySessions} onRefresh={signups.refetch}>
      <Segmented
        label={t.when}
        choices={[
          { value: 'coming', words: t.coming },
          { value: 'past', words: t.past },
        ]}
        value={when}
        onChange={setWhen}
      />
      <View className="stack">
        <MySignupList when={when} signups={signups} />
      </View>
    </Page>
  )
}
