import { problem } from '../http/problem.ts'

export const policyProblems = {
  'policy-in-the-past': problem({
    status: 422,
    example: { inForceFrom: '2026-01-01', earliest: '2026-11-21' },
    zh: (d) => ({
      title: '生效日期太早',
      detail: `生效日 ${d.inForceFrom} 早于最早可选的 ${d.earliest}；已生效的规则不能追改。`,
      next: '请选择明天或更晚的日期。',
    }),
    en: (d) => ({
      title: 'In force too early',
      detail: `${d.inForceFrom} lies before ${d.earliest}; rules in force are never changed backwards.`,
      next: 'Choose tomorrow or later.',
    }),
  }),
  'policy-published-since': problem({
    status: 409,
    example: { label: '2026-2', inForceFrom: '2027-01-01' },
    zh: (d) => ({
      title: '刚刚有了新版本',
      detail: `新版本要在最新的版本上改：版本 ${d.label}（${d.inForceFrom} 生效）在你打开之后发布，照旧发布会撤销它的改动。`,
      next: '这次没有发布。请与新版本逐项核对，再决定。',
    }),
    en: (d) => ({
      title: 'Another version was just published',
      detail: `A version starts from the newest one: ${d.label} (in force from ${d.inForceFrom}) came since you looked, and yours would undo what it changed.`,
      next: 'Nothing was published. Compare each setting with the new version, then decide again.',
    }),
  }),
  'policy-day-taken': problem({
    status: 409,
    example: { label: '2026-2', inForceFrom: '2027-01-01' },
    zh: (d) => ({ title: '该日已有新版本', detail: `版本 ${d.label} 已定于 ${d.inForceFrom} 生效。`, next: '请换一个生效日或版本名。' }),
    en: (d) => ({
      title: 'Day taken',
      detail: `Version ${d.label} is in force from ${d.inForceFrom}.`,
      next: 'Choose another day or label.',
    }),
  }),
}
