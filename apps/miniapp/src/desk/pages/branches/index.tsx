import { branchKinds } from '@yijian/shared/people/shapes'
import type { CreateBranchInput } from '@yijian/shared/people/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { fieldError } from '@/api/problems'
import { usePages } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { adminText } from '@/features/admin/text'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { Field } from '@/ui/form/Field'
import { Select } from '@/ui/form/pickers'
import { TextInput } from '@/ui/form/TextInput'
import { Page } from '@/ui/Page'
import { RecordList } from '@/ui/RecordList'
import { Sheet } from '@/ui/Sheet'

const empty: CreateBranchInput = { code: '', name: '', kind: 'region' }

/** All branches, and a new one. */
export default function BranchesPage() {
  const t = useText(adminText)
  const { language } = useSettings()
  const branches = usePages('listBranches', { query: {} })
  const [draft, setDraft] = useState<CreateBranchInput>()
  const create = useToldAction((body: CreateBranchInput, options) => api.createBranch({ body }, options), {
    changes: ['listBranches'],
    done: t.opened,
    onDone: () => setDraft(undefined),
  })
  const ready = draft && draft.name.trim() !== '' && /^[a-z0-9-]{1,32}$/.test(draft.code)
  const change = (part: Partial<CreateBranchInput>) => setDraft((before) => ({ ...(before ?? empty), ...part }))
  const footer = (
    <BottomBar>
      <Button id="new-branch" icon="plus" onTap={() => setDraft(empty)}>
        {t.newBranch}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.branches} isWide onRefresh={branches.refetch} footer={footer}>
      <RecordList
        of={branches}
        keyOf={({ id }) => id}
        empty={<Empty icon="people" title={t.noBranches} />}
        heads={{ title: t.branchName }}
        title={({ name }) => name}
        facts={[
          { head: t.branchKind, of: ({ kind }) => t.branchKinds[kind] },
          { head: t.branchCode, of: ({ code }) => code },
        ]}
      />
      <Sheet
        isOpen={draft !== undefined}
        title={t.newBranch}
        onClose={() => setDraft(undefined)}
        footer={
          <Button
            id="save-branch"
            busy={create.isBusy}
            disabledReason={ready ? undefined : t.incomplete}
            onTap={() => draft && create.start({ ...draft, name: draft.name.trim() })}
          >
            {t.save}
          </Button>
        }
      >
        <View className="stack">
          <Field label={t.branchName} error={fieldError(create.error, 'body.name', language)}>
            <TextInput value={draft?.name ?? ''} onChange={(name) => change({ name })} maxLength={40} />
          </Field>
          <Field label={t.branchCode} hint={t.branchCodeHint} error={fieldError(create.error, 'body.code', language)}>
            <TextInput value={draft?.code ?? ''} onChange={(code) => change({ code })} maxLength={32} />
          </Field>
          <Field label={t.branchKind}>
            <Select
              choices={branchKinds.map((value) => ({ value, words: t.branchKinds[value] }))}
              value={draft?.kind}
              onChange={(kind) => change({ kind })}
            />
          </Field>
        </View>
      </Sheet>
    </Page>
  )
}
