import type { MySignup } from '@yijian/shared/signup/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { keepFigures, span } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { classes } from '@/ui/classes'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { Tag } from '@/ui/Tag'
import { Tappable } from '@/ui/Tappable'
import { leaveText } from './text'
import styles from './leave.module.scss'

interface SignupChoiceProps {
  signups: readonly MySignup[]
  /** Those that have leave already cannot be chosen. */
  asked: ReadonlySet<string>
  value: string | undefined
  onChange: (signupId: string) => void
}

/** One of my coming sessions. */
export function SignupChoice({ signups, asked, value, onChange }: SignupChoiceProps) {
  const t = useText(leaveText)
  const { language } = useSettings()
  const now = deviceNow()
  return (
    <Card flush>
      <View aria-role="radiogroup" aria-label={t.choose}>
        {signups.map(({ signup, session }) => (
          <Tappable
            key={signup.id}
            role="radio"
            checked={signup.id === value}
            disabledReason={asked.has(signup.id) ? t.hasLeave : undefined}
            onTap={() => onChange(signup.id)}
            className={styles.choice}
          >
            <View className={classes(styles.mark, signup.id === value && styles.chosen)}>
              <Icon name="check" size="s" />
            </View>
            <View className="grow">
              <View className={styles.title}>{keepFigures(session.title)}</View>
              <View className="t-small">{span(session.startsAt, session.endsAt, now, language)}</View>
            </View>
            {asked.has(signup.id) && <Tag tone="neutral">{t.hasLeave}</Tag>}
          </Tappable>
        ))}
      </View>
    </Card>
  )
}
