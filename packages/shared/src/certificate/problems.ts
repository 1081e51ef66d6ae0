import { problem } from '../http/problem.ts'

export const certificateProblems = {
  'certificate-period': problem({
    status: 422,
    example: { fromOn: '2026-12-01', toOn: '2026-11-20', today: '2026-11-20' },
    zh: (d) => ({
      title: '日期范围有误',
      detail: `从 ${d.fromOn} 到 ${d.toOn} 不是有效的范围：开始不能晚于结束，结束不能晚于今天（${d.today}）。`,
      next: '请调整日期后再试。',
    }),
    en: (d) => ({
      title: 'Not a period',
      detail: `From ${d.fromOn} to ${d.toOn}: the start must not be after the end, nor the end after today (${d.today}).`,
      next: 'Change the days.',
    }),
  }),
  'certificate-empty': problem({
    status: 409,
    example: { fromOn: '2026-01-01', toOn: '2026-01-31' },
    zh: (d) => ({
      title: '这段时间没有可证明的公益时',
      detail: `${d.fromOn} 至 ${d.toOn} 之间没有已下发的公益时。`,
      next: '请换一段时间；刚参加的场次要等主理人下发后才会计入。',
    }),
    en: (d) => ({
      title: 'No hours to certify',
      detail: `No hours were issued for ${d.fromOn} to ${d.toOn}.`,
      next: 'Choose another period; hours of a recent session count once its host has issued them.',
    }),
  }),
  'certificate-unknown': problem({
    status: 404,
    example: { certificateNo: 'YJ-7K3M-9QXD-4T2P' },
    zh: (d) => ({
      title: '查无此证明',
      detail: `没有编号为 ${d.certificateNo} 的志愿服务证明。`,
      next: '请核对纸面上的编号；若编号无误，这份证明不是由益践开具的。',
    }),
    en: (d) => ({
      title: 'No such certificate',
      detail: `There is no certificate with the number ${d.certificateNo}.`,
      next: 'Compare the number with the paper; if it is right, the paper was not issued here.',
    }),
  }),
}
