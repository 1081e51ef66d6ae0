import { fundProblems } from '@yijian/shared/fund/problems'
import type { FundProjectRef } from '@yijian/shared/fund/shapes'
import { givingProblems } from '@yijian/shared/giving/problems'
import { canDonate, partsOf } from '@yijian/shared/giving/rules'
import type { GivingTerms } from '@yijian/shared/giving/shapes'
import { ledgerProblems } from '@yijian/shared/ledger/problems'
import { useCallback, useState } from 'react'
import { verdictWords } from '@/api/problems'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { fenTyped } from './amount'
import { givingText } from './text'

const refusals = { ...fundProblems, ...givingProblems, ...ledgerProblems }

export interface ChosenFund {
  fundProjectId: string
  weight: number
}

/** What is being put together: projects with their shares and an amount; the shared rule says whether it may be given. */
export function useDonateForm(firstId: string | undefined, terms: GivingTerms | undefined) {
  const t = useText(givingText)
  const { language } = useSettings()
  const [chosen, setChosen] = useState<ChosenFund[]>(firstId === undefined ? [] : [{ fundProjectId: firstId, weight: 1 }])
  const [typed, setTyped] = useState('')
  const [refs, setRefs] = useState<Record<string, FundProjectRef>>({})
  const learn = useCallback(
    (ref: FundProjectRef) => setRefs((before) => (before[ref.id]?.state === ref.state ? before : { ...before, [ref.id]: ref })),
    [],
  )
  const totalFen = fenTyped(typed)
  const parts = partsOf(totalFen ?? 0, chosen)
  const known = parts.flatMap((part) => {
    const ref = refs[part.fundProjectId]
    return ref === undefined ? [] : [{ ...part, name: ref.name, state: ref.state }]
  })

  const refusal = (): string | undefined => {
    if (chosen.length === 0) return t.chooseFirst
    if (typed === '' || totalFen === 0) return t.typeAmount
    if (totalFen === null) return t.amountWrong
    // Until every project is known there is nothing to decide.
    if (terms === undefined || known.length < parts.length) return t.chooseFirst
    return verdictWords(canDonate({ totalFen, availableFen: terms.availableFen, parts: known, policy: terms }), refusals, language)?.detail
  }

  return {
    chosen,
    typed,
    totalFen,
    parts,
    refusal: refusal(),
    learn,
    nameOf: (id: string) => refs[id]?.name ?? '',
    type: setTyped,
    choose: (ref: FundProjectRef) => {
      learn(ref)
      setChosen((before) => [...before.filter((one) => one.fundProjectId !== ref.id), { fundProjectId: ref.id, weight: 1 }])
    },
    remove: (id: string) => setChosen((before) => before.filter((one) => one.fundProjectId !== id)),
    weigh: (id: string, weight: number) =>
      setChosen((before) => before.map((one) => (one.fundProjectId === id ? { ...one, weight } : one))),
  }
}

export type DonateForm = ReturnType<typeof useDonateForm>
