import type { Language } from '@yijian/shared/kernel/language'
import { useText } from '@/i18n/use-text'
import { changeSettings, themeChoices, useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Section } from '@/ui/Section'
import { Segmented } from '@/ui/Segmented'
import { Switch } from '@/ui/Switch'
import { settingsText } from './text'

/** Each language in its own words, so that nobody gets lost in the other. */
const languages: readonly { value: Language; words: string }[] = [
  { value: 'zh', words: '简体中文' },
  { value: 'en', words: 'English' },
]

/** Language, theme and type size; they take effect at once. */
export function LookSettings() {
  const t = useText(settingsText)
  const { language, theme, largeType } = useSettings()
  return (
    <Section title={t.look}>
      <Card>
        <View className="stack">
          <View className="t-strong">{t.language}</View>
          <Segmented label={t.language} choices={languages} value={language} onChange={(next) => changeSettings({ language: next })} />
          <View className="t-strong">{t.theme}</View>
          <Segmented
            label={t.theme}
            choices={themeChoices.map((value) => ({ value, words: t.themes[value] }))}
            value={theme}
            onChange={(next) => changeSettings({ theme: next })}
          />
          <Switch
            id="large-type"
            label={t.largeType}
            detail={t.largeTypeDetail}
            isOn={largeType}
            onChange={(next) => changeSettings({ largeType: next })}
          />
          <Card tone="sunk">
            <View className="t-body">{t.sample}</View>
          </Card>
        </View>
      </Card>
    </Section>
  )
}
