import type { ClaimEffect } from '@yijian/shared/claim/shapes'
import { useText } from '@/i18n/use-text'
import { yuan, yuanParts } from '@/lib/format'
import { BigNumber } from '@/ui/BigNumber'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { claimText } from './text'

/** What a claim brings, carry and debt included, or what a refund takes back. */
export function ClaimEffectCard({ effect, title }: { effect: ClaimEffect; title: string }) {
  const t = useText(claimText)
  const { matchFen, owedBeforeFen, owedAfterFen, carriedBeforeFen, carriedAfterFen, unitGiftFen, unitGrantFen, mode } = effect
  const paid = owedBeforeFen - owedAfterFen
  const lines = [
    paid > 0 && t.paysDebt(yuan(paid)),
    paid < 0 && t.becomesDebt(yuan(-paid)),
    mode === 'exact' && t.allPaid,
    mode === 'step' && matchFen >= 0 && carriedBeforeFen > 0 && t.carriedUsed(yuan(carriedBeforeFen)),
    mode === 'step' &&
      matchFen >= 0 &&
      (carriedAfterFen > 0 ? t.carriedTo(yuan(carriedAfterFen), yuan(unitGiftFen), yuan(unitGrantFen)) : t.noCarry),
    t.rule(effect.policyLabel),
  ]
  return (
    <Card tone="warm">
      <View className="t-body">{title}</View>
      <BigNumber size="l" tone="inherit" {...yuanParts(Math.abs(matchFen))} />
      {lines.map(
        (line) =>
          typeof line === 'string' && (
            <View key={line} className="t-body">
              {line}
            </View>
          ),
      )}
    </Card>
  )
}
