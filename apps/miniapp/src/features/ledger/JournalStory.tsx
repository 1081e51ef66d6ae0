import type { JournalStory as Story } from '@yijian/shared/statement/shapes'
import { policyText } from '@/features/policy/text'
import { policyApplied } from '@/features/policy/policy-words'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { AttendanceSteps } from './sources/AttendanceSteps'
import { ClaimStep } from './sources/ClaimStep'
import { DonationStep } from './sources/DonationStep'
import { HandledStep } from './sources/HandledStep'
import { LeaveStep } from './sources/LeaveStep'
import { OrderStep } from './sources/OrderStep'
import { TaskAwardStep } from './sources/TaskAwardStep'
import { StoryEntries } from './StoryEntries'
import { StoryLink } from './StoryLink'
import { StoryStep } from './StoryStep'
import { ledgerText } from './text'
import styles from './story.module.scss'

/** A journal opened to its sources: what it comes from, rules, entries. */
export function JournalStory({ story }: { story: Story }) {
  const t = useText(ledgerText)
  return (
    <Card>
      <View className={styles.story}>
        <SourceSteps story={story} />
        {story.policies.length > 0 && <PolicyStep story={story} />}
        <StoryStep icon="swap" title={t.steps.entries}>
          <StoryEntries journalId={story.line.journalId} entries={story.entries} />
        </StoryStep>
      </View>
    </Card>
  )
}

function SourceSteps({ story: { source, ...story } }: { story: Story }) {
  if (source.kind === 'attendance') return <AttendanceSteps source={source} story={story} />
  return (
    <>
      {source.kind === 'claim' && <ClaimStep source={source} />}
      {source.kind === 'donation' && <DonationStep source={source} />}
      {source.kind === 'task-award' && <TaskAwardStep source={source} />}
      {source.kind === 'order' && <OrderStep source={source} />}
      {source.kind === 'leave' && <LeaveStep source={source} />}
      <HandledStep story={story} />
    </>
  )
}

function PolicyStep({ story: { policies, source } }: { story: Story }) {
  const t = useText(ledgerText)
  const p = useText(policyText)
  const { language } = useSettings()
  return (
    <StoryStep icon="document" title={t.steps.policies}>
      {policies.map((version) => (
        <View key={version.id} className={styles.words}>
          {t.rule(p.kinds[version.kind], p.version(version.label), policyApplied(version, source.kind, language))}
        </View>
      ))}
      <StoryLink onTap={() => go(routes.policies)}>{t.rules}</StoryLink>
    </StoryStep>
  )
}
