import { ProblemError } from '@yijian/shared/http/problem'
import { useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { hasPlatformLogin } from '@/platform/login-code'
import { Avatar } from '@/ui/Avatar'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { loginText } from './text'

interface DemoLoginProps {
  onChoose: (personaId: string) => void
}

/** The made-up people of the demo, each with the part they play; a real company's server knows none. */
export function DemoLogin({ onChoose }: DemoLoginProps) {
  const t = useText(loginText)
  const { language } = useSettings()
  const personas = useRead('listPersonas')
  if (personas.error instanceof ProblemError && personas.error.code === 'demo-only') {
    return hasPlatformLogin ? null : <Notice>{t.openInWeCom}</Notice>
  }
  if (personas.error) return <ErrorState error={personas.error} onRetry={() => void personas.refetch()} />
  if (!personas.data) return <Skeleton shape="rows" count={4} />
  return (
    <Section title={t.demoTitle}>
      <View className="t-small">{t.demoDetail}</View>
      <Card flush>
        {personas.data.items.map((persona) => (
          <Cell
            key={persona.id}
            start={<Avatar name={persona.name} />}
            title={persona.name}
            detail={`${persona.part[language]} · ${persona.department}`}
            onTap={() => onChoose(persona.id)}
          />
        ))}
      </Card>
    </Section>
  )
}
