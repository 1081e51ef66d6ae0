import { useText } from '@/i18n/use-text'
import { yuan } from '@/lib/format'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { Section } from '@/ui/Section'
import { Tappable } from '@/ui/Tappable'
import { givingText } from './text'
import type { DonateForm } from './use-donate-form'
import styles from './giving.module.scss'

const MOST_SHARES = 9

/** How one amount goes to several projects: by shares, each part to the fen. */
export function SplitCard({ form }: { form: DonateForm }) {
  const t = useText(givingText)
  return (
    <Section title={t.split}>
      <Card>
        {form.chosen.map(({ fundProjectId, weight }, index) => {
          const name = form.nameOf(fundProjectId)
          return (
            <View key={fundProjectId} className={styles.split}>
              <View className={styles.splitWords}>
                <View className="t-body">{name}</View>
                <View className={styles.figure}>{yuan(form.parts[index]?.amountFen ?? 0)}</View>
              </View>
              <View className={styles.stepper}>
                <Tappable
                  onTap={() => form.weigh(fundProjectId, weight - 1)}
                  label={t.shareLess(name)}
                  disabledReason={weight === 1 ? t.shareLeast : undefined}
                  className={styles.round}
                >
                  <Icon name="minus" size="s" />
                </Tappable>
                <View className={styles.shares}>{t.share(weight)}</View>
                <Tappable
                  onTap={() => form.weigh(fundProjectId, weight + 1)}
                  label={t.shareMore(name)}
                  disabledReason={weight === MOST_SHARES ? t.shareMost : undefined}
                  className={styles.round}
                >
                  <Icon name="plus" size="s" />
                </Tappable>
              </View>
            </View>
          )
        })}
        <View className="t-small">{t.splitExact}</View>
      </Card>
    </Section>
  )
}
