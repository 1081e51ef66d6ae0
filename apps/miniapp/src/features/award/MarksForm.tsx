import { type Dimension, type Marks, dimensions } from '@yijian/shared/award/rules'
import type { Nomination } from '@yijian/shared/award/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { Select } from '@/ui/form/pickers'
import { TextArea } from '@/ui/form/TextArea'
import { awardDeskText } from './desk-text'
import { awardText } from './text'

const MARKS = ['10', '9', '8', '7', '6', '5', '4', '3', '2', '1'] as const
type Given = Partial<Marks>

/** A judge's marks for the four dimensions, with their weights beside them. */
export function MarksForm({ nomination, weights }: { nomination: Nomination; weights: Marks }) {
  const t = useText(awardDeskText)
  const words = useText(awardText)
  const [given, setGiven] = useState<Given>(nomination.myMarks ?? {})
  const [comment, setComment] = useState(nomination.myMarks?.comment ?? '')
  const save = useToldAction(
    (marks: Marks, options) => api.scoreNomination({ params: { nominationId: nomination.id }, body: { marks, comment } }, options),
    { changes: ['listNominations', 'getNomination'], done: t.saved },
  )
  const marks = completeMarks(given)
  const set = (dimension: Dimension) => (value: string) => setGiven((before) => ({ ...before, [dimension]: Number(value) }))
  return (
    <>
      <Card>
        <View className="stack">
          {dimensions.map((dimension) => (
            <Field key={dimension} label={words.dimensions[dimension]} hint={t.weight(weights[dimension])}>
              <Select
                choices={MARKS.map((value) => ({ value, words: value }))}
                value={given[dimension] === undefined ? undefined : (String(given[dimension]) as (typeof MARKS)[number])}
                onChange={set(dimension)}
              />
            </Field>
          ))}
          <Field label={t.comment} isOptional>
            <TextArea value={comment} onChange={setComment} maxLength={500} />
          </Field>
        </View>
      </Card>
      <BottomBar>
        <Button
          id="save-marks"
          busy={save.isBusy}
          disabledReason={marks ? undefined : t.incomplete}
          onTap={() => marks && save.start(marks)}
        >
          {t.save}
        </Button>
      </BottomBar>
    </>
  )
}

function completeMarks({ innovation, impact, uniqueness, sustainability }: Given): Marks | undefined {
  if (innovation === undefined || impact === undefined || uniqueness === undefined || sustainability === undefined) return undefined
  return { innovation, impact, uniqueness, sustainability }
}
