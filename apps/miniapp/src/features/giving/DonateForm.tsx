import type { GivingTerms } from '@yijian/shared/giving/shapes'
import { useState } from 'react'
import { useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { duration, yuan, yuanShort } from '@/lib/format'
import { go, replaceWith, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { Sheet } from '@/ui/Sheet'
import { AmountCard } from './AmountCard'
import { ChooseFund } from './ChooseFund'
import { ConfirmDonation } from './ConfirmDonation'
import { FundFacts } from './FundFacts'
import { SplitCard } from './SplitCard'
import { givingText } from './text'
import { type DonateForm as Form, useDonateForm } from './use-donate-form'

/** Giving credit on: first where the money goes, then how much, then one last look. */
export function DonateForm({ fundProjectId }: { fundProjectId: string | undefined }) {
  const t = useText(givingText)
  const { language } = useSettings()
  const terms = useRead('getGivingTerms')
  const form = useDonateForm(fundProjectId, terms.data)
  const [layer, setLayer] = useState<'choose' | 'confirm'>()
  const { availableFen = 0, coolingMinutes = 0 } = terms.data ?? {}
  const bar = (
    <BottomBar note={coolingMinutes === 0 ? t.atOnce : t.irreversible(duration(coolingMinutes, language))}>
      <Button id="give" kind="give" disabledReason={form.refusal} onTap={() => setLayer('confirm')}>
        {t.give(yuanShort(form.totalFen ?? 0))}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.donate} onRefresh={() => terms.refetch()} footer={availableFen > 0 && form.chosen.length > 0 && bar}>
      <Loaded of={terms}>
        {(known) =>
          known.availableFen === 0 ? (
            <NothingToGive terms={known} />
          ) : (
            <>
              {known.owedFen > 0 && <Notice tone="gold">{t.owed(yuan(known.owedFen))}</Notice>}
              <Projects form={form} mayAdd={form.chosen.length < known.maxProjects} onAdd={() => setLayer('choose')} />
              {form.chosen.length > 0 && <AmountCard terms={known} form={form} />}
              {form.chosen.length > 1 && <SplitCard form={form} />}
            </>
          )
        }
      </Loaded>
      <Sheet isOpen={layer === 'choose'} title={t.chooseTitle} onClose={() => setLayer(undefined)}>
        <ChooseFund
          without={form.chosen.map((one) => one.fundProjectId)}
          onChoose={(fund) => {
            form.choose(fund)
            setLayer(undefined)
          }}
        />
      </Sheet>
      {layer === 'confirm' && form.totalFen !== null && (
        <ConfirmDonation
          totalFen={form.totalFen}
          chosen={form.chosen}
          onDone={({ id }) => replaceWith(routes.donation, { donationId: id })}
          onClose={() => {
            setLayer(undefined)
            void terms.refetch()
          }}
        />
      )}
    </Page>
  )
}

/** The chosen projects with where their money is, or all there are to choose from. */
function Projects({ form, mayAdd, onAdd }: { form: Form; mayAdd: boolean; onAdd: () => void }) {
  const t = useText(givingText)
  if (form.chosen.length === 0)
    return (
      <>
        <View className="t-body t-muted">{t.chooseDetail}</View>
        <ChooseFund without={[]} onChoose={form.choose} />
      </>
    )
  return (
    <>
      {form.chosen.map(({ fundProjectId: id }) => (
        <FundFacts key={id} fundProjectId={id} onKnown={form.learn} onRemove={() => form.remove(id)} />
      ))}
      {mayAdd && (
        <Button kind="soft" size="small" icon="plus" onTap={onAdd}>
          {t.more}
        </Button>
      )}
    </>
  )
}

/** Why there is nothing, and the way to some. */
function NothingToGive({ terms: { owedFen, heldFen } }: { terms: GivingTerms }) {
  const t = useText(givingText)
  return (
    <>
      {owedFen > 0 && <Notice tone="gold">{t.owed(yuan(owedFen))}</Notice>}
      {heldFen > 0 && <Notice>{t.heldNow(yuan(heldFen))}</Notice>}
      <Empty
        icon="credit"
        title={t.nothingYet}
        detail={t.nothingYetDetail}
        action={{ words: t.findOne, onTap: () => go(routes.projects) }}
      />
    </>
  )
}
