import { problem } from '../http/problem.ts'

export const honourProblems = {
  'honour-not-shown': problem({
    status: 409,
    example: {},
    zh: () => ({
      title: '还没有可以放上海报的内容',
      detail: '海报只展示你愿意公开的内容，目前一项也没有公开。',
      next: '请先在荣誉页打开至少一项。',
    }),
    en: () => ({
      title: 'Nothing to put on a poster',
      detail: 'A poster shows what you chose to show, and you show nothing yet.',
      next: 'Switch on at least one field of your honour page.',
    }),
  }),
}
