import { problem } from '../http/problem.ts'
import { spokenTime } from '../kernel/time.ts'

const yuan = (fen: number) => (fen / 100).toFixed(2)
const stateZh: Record<string, string> = { cancelled: '已撤销', settled: '已送达', returned: '已退回' }

export const givingProblems = {
  'too-many-fund-projects': problem({
    status: 422,
    example: { count: 11, max: 10 },
    zh: (d) => ({
      title: '项目太多',
      detail: `一次最多捐给 ${d.max} 个项目，当前选了 ${d.count} 个。`,
      next: '请减少项目，或分几次捐赠。',
    }),
    en: (d) => ({
      title: 'Too many fund projects',
      detail: `One donation goes to at most ${d.max} fund projects; ${d.count} are chosen.`,
      next: 'Choose fewer, or give several times.',
    }),
  }),
  'fund-project-twice': problem({
    status: 422,
    example: { name: '山区儿童营养午餐' },
    zh: (d) => ({ title: '项目重复', detail: `“${d.name}”出现了两次。`, next: '请合并成一份。' }),
    en: (d) => ({ title: 'Fund project twice', detail: `“${d.name}” is named twice.`, next: 'Make one part of the two.' }),
  }),
  'parts-do-not-sum': problem({
    status: 422,
    example: { totalFen: 30_000, partsFen: 29_900 },
    zh: (d) => ({
      title: '金额对不上',
      detail: `各项目合计 ${yuan(d.partsFen)} 元，与总额 ${yuan(d.totalFen)} 元不一致。`,
      next: '请调整各项目的金额，使合计等于总额。',
    }),
    en: (d) => ({
      title: 'Parts do not sum',
      detail: `The parts come to ${yuan(d.partsFen)} yuan, the whole is ${yuan(d.totalFen)}.`,
      next: 'Change the parts so that they sum to the whole.',
    }),
  }),
  'part-below-minimum': problem({
    status: 422,
    example: { name: '山区儿童营养午餐', amountFen: 50, minFen: 100 },
    zh: (d) => ({
      title: '低于最小金额',
      detail: `“${d.name}”分到 ${yuan(d.amountFen)} 元，每个项目至少 ${yuan(d.minFen)} 元。`,
      next: '请提高金额，或减少项目。',
    }),
    en: (d) => ({
      title: 'Below the minimum',
      detail: `“${d.name}” would receive ${yuan(d.amountFen)} yuan; each fund project is given at least ${yuan(d.minFen)}.`,
      next: 'Give more, or to fewer.',
    }),
  }),
  'cooling-over': problem({
    status: 409,
    example: { coolsAt: '2026-11-20T06:30:00.000Z' },
    zh: (d) => ({
      title: '冷静期已过',
      detail: `这笔捐赠可撤销至 ${spokenTime(d.coolsAt, 'zh')}，现在已不能撤销。`,
      next: '捐赠会送达所选项目，可在捐赠详情查看进展。',
    }),
    en: (d) => ({
      title: 'Cooling time is over',
      detail: `This donation could be undone until ${spokenTime(d.coolsAt, 'en')}.`,
      next: 'It goes to the fund projects you chose; follow it on its receipt.',
    }),
  }),
  'donation-not-held': problem({
    status: 409,
    example: { state: 'settled' },
    zh: (d) => ({
      title: '不能再撤销',
      detail: `这笔捐赠${stateZh[d.state] ?? d.state}。`,
      next: '请刷新查看最新状态。',
    }),
    en: (d) => ({ title: 'Nothing to undo', detail: `This donation is ${d.state}.`, next: 'Refresh to see its state.' }),
  }),
}
