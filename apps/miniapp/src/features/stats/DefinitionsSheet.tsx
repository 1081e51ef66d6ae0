import { figureDefinitions } from '@yijian/shared/stats/columns'
import { figureKeys } from '@yijian/shared/stats/keys'
import { unitNames } from '@yijian/shared/stats/names'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { View } from '@/ui/elements'
import { Sheet } from '@/ui/Sheet'
import { Definition } from './KeyFigures'
import { statsText } from './text'

/** Every figure with its one definition, the same words as in the file. */
export function DefinitionsSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useText(statsText)
  const { language } = useSettings()
  return (
    <Sheet isOpen={isOpen} title={t.definitions} onClose={onClose}>
      <View className="stack">
        {figureKeys.map((key) => (
          <View key={key} className="stack">
            <View className="t-strong">
              {figureDefinitions[key].heading[language]} · {unitNames[figureDefinitions[key].unit][language]}
            </View>
            <Definition figure={key} />
          </View>
        ))}
      </View>
    </Sheet>
  )
}
