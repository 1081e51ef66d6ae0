import type { Candidate, NominateInput } from '@yijian/shared/award/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { useLogin } from '@/api/login'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { replaceWith, routes } from '@/lib/routes'
import { Avatar } from '@/ui/Avatar'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { Select } from '@/ui/form/pickers'
import { TextArea } from '@/ui/form/TextArea'
import { Page } from '@/ui/Page'
import { awardPartText } from './part-text'
import { awardText } from './text'

const LEAST = 10

interface NominateFormProps {
  cycleId: string
  candidate: Candidate
  /** Somebody else after all. */
  onOther: () => void
}

/** Why this person: oneself as oneself, a colleague as a peer, or for a branch one leads. */
export function NominateForm({ cycleId, candidate, onOther }: NominateFormProps) {
  const t = useText(awardText)
  const me = useLogin()?.me
  const own = me?.employee.id === candidate.person.id
  const led = (me?.roles ?? []).flatMap(({ role, branchId }) => (role === 'branch-lead' && branchId !== null ? [branchId] : []))
  const [kind, setKind] = useState<'peer' | 'branch'>('peer')
  const [branchId, setBranchId] = useState(led[0])
  const [reason, setReason] = useState('')
  const nominate = useToldAction((body: NominateInput, options) => api.nominate({ params: { cycleId }, body }, options), {
    changes: ['listNominations', 'listCandidates'],
    done: own ? t.submittedSelf : t.submitted,
    onDone: ({ id }) => replaceWith(routes.nomination, { nominationId: id }),
  })
  const branches = (me?.branches ?? []).filter(({ id }) => led.includes(id)).map(({ id, name }) => ({ value: id, words: name }))
  const asBranch = !own && kind === 'branch' && branchId !== undefined
  const input: NominateInput = {
    nomineeId: candidate.person.id,
    kind: own ? 'self' : asBranch ? 'branch' : 'peer',
    ...(asBranch ? { branchId } : {}),
    reason: reason.trim(),
  }
  const footer = (
    <BottomBar>
      <Button
        id="submit-nomination"
        busy={nominate.isBusy}
        disabledReason={input.reason.length < LEAST ? t.reasonShort : undefined}
        onTap={() => nominate.start(input)}
      >
        {t.submit}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.nominate} footer={footer}>
      <Chosen candidate={candidate} onOther={onOther} />
      <Card>
        <View className="stack">
          {!own && branches.length > 0 && (
            <Field label={t.kind}>
              <Select
                choices={[
                  { value: 'peer', words: t.kinds.peer },
                  { value: 'branch', words: t.kinds.branch },
                ]}
                value={kind}
                onChange={setKind}
              />
            </Field>
          )}
          {!own && kind === 'branch' && (
            <Field label={t.branch}>
              <Select choices={branches} value={branchId} onChange={setBranchId} />
            </Field>
          )}
          <Field label={t.reason} hint={t.reasonHint}>
            <TextArea value={reason} onChange={setReason} maxLength={1000} />
          </Field>
        </View>
      </Card>
    </Page>
  )
}

function Chosen({ candidate: { person, sessions }, onOther }: Omit<NominateFormProps, 'cycleId'>) {
  const t = useText(awardText)
  const part = useText(awardPartText)
  return (
    <>
      <Card flush>
        <Cell start={<Avatar name={person.name} />} title={person.name} detail={person.department} end={t.sessions(sessions)} />
      </Card>
      <Button kind="plain" size="small" icon="swap" onTap={onOther}>
        {part.other}
      </Button>
    </>
  )
}
