import type { MySignup } from '@yijian/shared/signup/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { keepFigures, span } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { classes } from '@/ui/classes'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { Tappable } from '@/ui/Tappable'
import { leaveText } from './text'
import styles from './leave.module.scss'

interface SignupChoiceProps {
  signups: readonly MySignup[]
  value: string | undefined
  onChange: (signupId: string) => void
}

/** One of my coming sessions. */
export function SignupChoice({ signups, value, onChange }: SignupChoiceProps) {
  const t = useText(leaveText)
  const { language } = useSettings()
  const now = deviceNow()
  return (
    <Card flush>
      <View aria-role="radiogroup" aria-label={t.choose}>
        {signups.map(({ signup, session }) => (
          <Tappable key={signup.id} role="radio" checked={signup.id === value} onTap={() => onChange(signup.id)} className={styles.choice}>
            <View className={classes(styles.mark, signup.id === value && styles.chosen)}>
              <Icon name="check" size="s" />
            </View>
            <View className="grow">
              <View className={styles.title}>{keepFigures(session.title)}</View>
              <View className="t-small">{span(session.startsAt, session.endsAt, now, language)}</View>
            </View>
          </Tappable>
        ))}
      </View>
    </Card>
  )
}
