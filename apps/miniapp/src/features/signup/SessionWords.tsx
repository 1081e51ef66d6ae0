import type { Session } from '@yijian/shared/project/shapes'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { projectText } from '@/features/project/text'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Heading, View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { signupText } from './text'
import styles from './session.module.scss'

/** What to bring, what only confirmed people read, and the project behind it. */
export function SessionWords({ session }: { session: Session }) {
  const t = useText(signupText)
  const p = useText(projectText)
  const { language } = useSettings()
  const hosts = session.hosts.map(({ name }) => name).join(language === 'zh' ? '、' : ', ')
  const mayHide = session.state === 'open' && !session.iHost && session.mine?.state !== 'confirmed'
  return (
    <>
      {session.bring !== '' && (
        <Card>
          <Heading level={2} className="t-strong">
            {t.bring}
          </Heading>
          <View className={styles.words}>{session.bring}</View>
        </Card>
      )}
      {session.privateDetails ? (
        <Card>
          <Heading level={2} className="t-strong">
            {t.privateDetails}
          </Heading>
          <View className={styles.words}>{session.privateDetails}</View>
        </Card>
      ) : (
        mayHide && (
          <Card tone="sunk">
            <View className="row t-muted">
              <Icon name="lock" size="s" />
              <View className="grow">{t.privateHint}</View>
            </View>
          </Card>
        )
      )}
      <Card flush>
        <Cell
          icon="projects"
          title={session.projectTitle}
          detail={[p.organiser(session.organiser), hosts && t.hostedBy(hosts)].filter(Boolean).join(' · ')}
          onTap={() => go(routes.project, { projectId: session.projectId })}
        />
      </Card>
    </>
  )
}
