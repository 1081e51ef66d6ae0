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
