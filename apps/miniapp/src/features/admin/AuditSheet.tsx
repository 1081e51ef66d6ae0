import { actionWords } from '@yijian/shared/audit/actions'
import type { AuditLine } from '@yijian/shared/audit/shapes'
import { useText } from '@/i18n/use-text'
import { fullTime } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Button } from '@/ui/Button'
import { Text, View } from '@/ui/elements'
import { Sheet } from '@/ui/Sheet'
import styles from './admin.module.scss'
import { detailLines, subjectWords } from './audit-lines'
import { wayTo } from './audit-ways'
import { auditText } from './audit-words'

interface AuditSheetProps {
  line: AuditLine
  actor: string
  onSubject: (line: AuditLine) => void
  onPerson: (line: AuditLine) => void
  onClose: () => void
}

/** One trace in full: who, what, on what, every value with its name, and the codes. */
export function AuditSheet({ line, actor, onSubject, onPerson, onClose }: AuditSheetProps) {
  const t = useText(auditText)
  const { language } = useSettings()
  const { id, at, action, subject, actor: person } = line
  const open = wayTo(subject)
  const facts = [
    { label: t.who, value: [actor, person?.department].filter(Boolean).join(' · '), code: person?.id },
    { label: t.onWhat, value: subjectWords(line, language), code: subject },
    { label: t.at, value: fullTime(at, language), code: at },
    ...detailLines(line, language),
  ]
  return (
    <Sheet isOpen title={actionWords(action)?.[language] ?? action} onClose={onClose}>
      <View className="stack">
        <View className="t-small">
          <Text className={styles.code}>{`${action} · ${id}`}</Text>
        </View>
        <View>
          {facts.map(({ label, value, code }) => (
            <View key={`${label} ${code}`} className={styles.fact}>
              <View className={styles.factName}>{label}</View>
              <View className={styles.factValue}>
                {value}
                {code !== undefined && code !== value && <View className={styles.small}>{code}</View>}
              </View>
            </View>
          ))}
        </View>
        {open && (
          <Button id="open-subject" icon="link" onTap={open}>
            {t.open}
          </Button>
        )}
        <Button id="only-subject" kind="soft" icon="filter" onTap={() => onSubject(line)}>
          {t.ofSubject}
        </Button>
        {person && (
          <Button id="only-person" kind="soft" icon="people" onTap={() => onPerson(line)}>
            {t.ofPerson}
          </Button>
        )}
      </View>
    </Sheet>
  )
}
