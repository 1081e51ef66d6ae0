import type { CreateCycleInput } from '@yijian/shared/award/shapes'

export type CycleFormValues = Record<
  | 'year'
  | 'places'
  | 'minScores'
  | 'publicityDays'
  | 'nominationOpensOn'
  | 'nominationClosesOn'
  | 'frozenOn'
  | 'scoringClosesOn'
  | 'innovation'
  | 'impact'
  | 'uniqueness'
  | 'sustainability',
  string
>

export function emptyCycle(year: number): CycleFormValues {
  const weights = { innovation: '25', impact: '30', uniqueness: '20', sustainability: '25' }
  const days = { nominationOpensOn: '', nominationClosesOn: '', frozenOn: '', scoringClosesOn: '' }
  return { year: String(year), places: '11', minScores: '3', publicityDays: '7', ...days, ...weights }
}

export function weightSum({ innovation, impact, uniqueness, sustainability }: CycleFormValues): number {
  return Number(innovation) + Number(impact) + Number(uniqueness) + Number(sustainability)
}

/** What the API wants, once everything is there. */
export function completeCycle(values: CycleFormValues, judgeIds: readonly string[]): CreateCycleInput | undefined {
  const { nominationOpensOn, nominationClosesOn, frozenOn, scoringClosesOn } = values
  const [year, places, minScores, publicityDays] = [values.year, values.places, values.minScores, values.publicityDays].map(Number)
  const daysGiven = [nominationOpensOn, nominationClosesOn, frozenOn, scoringClosesOn].every((day) => day !== '')
  if (!year || !places || !minScores || !publicityDays || !daysGiven || judgeIds.length === 0 || weightSum(values) !== 100) return undefined
  const weights = {
    innovation: Number(values.innovation),
    impact: Number(values.impact),
    uniqueness: Number(values.uniqueness),
    sustainability: Number(values.sustainability),
  }
  const days = { nominationOpensOn, nominationClosesOn, frozenOn, scoringClosesOn }
  return { year, places, minScores, publicityDays, ...days, weights, judgeIds: [...judgeIds] }
}
