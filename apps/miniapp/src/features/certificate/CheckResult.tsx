import type { CertificateCheck } from '@yijian/shared/certificate/shapes'
import { useText } from '@/i18n/use-text'
import { classes } from '@/ui/classes'
import { BigNumber } from '@/ui/BigNumber'
import { Card } from '@/ui/Card'
import { Heading, View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { exactHours } from './period'
import { certificateText } from './text'
import styles from './certificate.module.scss'

/** The answer a stranger came for, first; then the least that ties it to the paper. */
export function CheckResult({ check }: { check: CertificateCheck }) {
  const t = useText(certificateText)
  const { certificateNo, maskedName, fromOn, toOn, minutes, issuedOn, state, supersededOn } = check
  const isValid = state === 'valid'
  const lines = [
    [t.name, maskedName],
    [t.period, t.periodOf(fromOn, toOn)],
    [t.issued, issuedOn],
    [t.number, certificateNo],
  ] as const
  return (
    <>
      <Card>
        <View className={styles.answer}>
          <View className={classes(styles.disc, !isValid && styles.warn)}>
            <Icon name={isValid ? 'check' : 'alert'} size="xl" />
          </View>
          <Heading level={2} className="t-title">
            {isValid ? t.isValid : t.isSuperseded}
          </Heading>
          <View className="t-body t-muted">{isValid ? t.isValidDetail : t.isSupersededDetail(supersededOn ?? '')}</View>
        </View>
      </Card>
      <Card>
        <View className="t-small">{t.hours}</View>
        <BigNumber size="xl" tone={isValid ? 'brand' : 'ink'} value={exactHours(minutes)} unit={t.hourUnit} />
        <View className={styles.lines}>
          {lines.map(([label, value]) => (
            <View key={label} className={styles.line}>
              <View className="t-body t-muted">{label}</View>
              <View className="t-strong">{value}</View>
            </View>
          ))}
        </View>
      </Card>
      <View className="t-small t-center">{t.minimum}</View>
    </>
  )
}
