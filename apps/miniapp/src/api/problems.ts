import { bothWords, problem, ProblemError } from '@yijian/shared/http/problem'
import type { ProblemDefinition, ProblemReply, ProblemWords } from '@yijian/shared/http/problem'
import type { Language } from '@yijian/shared/kernel/language'
import type { Verdict } from '@yijian/shared/kernel/verdict'

/** What can go wrong before the API is reached. */
const deviceProblems = {
  offline: problem({
    status: 0,
    example: {},
    zh: () => ({ title: '没有网络', detail: '请求没有发出，数据没有变化。', next: '请检查网络后重试。' }),
    en: () => ({
      title: 'No connection',
      detail: 'Nothing was sent and nothing has changed.',
      next: 'Check the connection and try again.',
    }),
  }),
  timeout: problem({
    status: 0,
    example: {},
    zh: () => ({ title: '网络太慢', detail: '等待超时，暂时不知道是否已完成。', next: '请重试；同一操作不会重复生效。' }),
    en: () => ({ title: 'Too slow', detail: 'No answer came in time.', next: 'Try again; the same action is never done twice.' }),
  }),
  'unreadable-reply': problem({
    status: 0,
    example: { status: 502 },
    zh: (d) => ({ title: '服务暂时不可用', detail: `服务器没有给出可读的答复（${d.status}）。`, next: '请稍后重试。' }),
    en: (d) => ({ title: 'Service unavailable', detail: `The server gave no readable answer (${d.status}).`, next: 'Try again shortly.' }),
  }),
  'app-fault': problem({
    status: 0,
    example: {},
    zh: () => ({ title: '页面出错', detail: '小程序遇到了没有预料到的情况。', next: '请返回后重试。' }),
    en: () => ({ title: 'Something broke', detail: 'The app met something unexpected.', next: 'Go back and try again.' }),
  }),
}

type DeviceProblem = keyof typeof deviceProblems

export function deviceProblem(code: DeviceProblem, status = 0): ProblemError {
  // One definition takes a status, the others ignore it.
  const texts = bothWords(deviceProblems[code] as ProblemDefinition<{ status: number }>, { status })
  return new ProblemError({ type: `about:${code}`, code, status, ...texts.zh, instance: '', data: {}, texts })
}

export function isProblemReply(body: unknown): body is ProblemReply {
  return typeof body === 'object' && body !== null && 'code' in body && 'texts' in body
}

/**
 * A refused verdict of a shared rule, in words; the server would answer the same. The words are those of the rule's own
 * domain: the whole registry is three times the size of any page.
 */
export function verdictWords<Code extends string>(
  verdict: Verdict<Code>,
  words: Readonly<Record<Code, unknown>>,
  language: Language,
): ProblemWords | undefined {
  if (verdict.ok) return undefined
  // The rule that names the code fills in the data its words need.
  const definition = words[verdict.code] as ProblemDefinition<unknown>
  return definition[language](verdict.data)
}

/** Whatever was thrown, as words a person can act on. */
export function problemWords(error: unknown, language: Language): ProblemWords & { isOffline: boolean } {
  const { reply } = error instanceof ProblemError ? error : deviceProblem('app-fault')
  return { ...reply.texts[language], isOffline: reply.code === 'offline' || reply.code === 'timeout' }
}

/** The name of the refusal; empty for what is none. */
export function problemCode(error: unknown): string {
  return error instanceof ProblemError ? error.code : ''
}

/** What is known and what to do, in one line. */
export function adviceOf({ detail, next }: ProblemWords, language: Language): string {
  return language === 'zh' ? `${detail}${next}` : `${detail} ${next}`
}

/** All of it as one sentence after another, for a toast or a notice. */
export function toldOf(words: ProblemWords, language: Language): string {
  return `${words.title}${language === 'zh' ? '：' : '. '}${adviceOf(words, language)}`
}

/** The message for one field of a form, by its place in the request: `body.capacity`. */
export function fieldError(error: unknown, at: string, language: Language): string | undefined {
  if (!(error instanceof ProblemError)) return undefined
  return error.reply.errors?.find((one) => one.at === at)?.[language]
}
