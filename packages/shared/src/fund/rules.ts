import { type Verdict, allowed, firstRefusal, refused } from '../kernel/verdict.ts'

/** States of a fund project (公益金项目); the way from one to the next is `fundMoves`. */
export const fundProjectStates = ['recommended', 'checked', 'listed', 'paused', 'closed'] as const
type State = (typeof fundProjectStates)[number]

/** Every way a fund project may move; a second person stands between a recommendation and the list. */
export const fundMoves = {
  check: { from: ['recommended'], to: 'checked' },
  return: { from: ['checked'], to: 'recommended' },
  list: { from: ['checked'], to: 'listed' },
  pause: { from: ['listed'], to: 'paused' },
  resume: { from: ['paused'], to: 'listed' },
  close: { from: ['recommended', 'checked', 'listed', 'paused'], to: 'closed' },
} as const satisfies Record<string, { from: readonly State[]; to: State }>
export type FundMove = keyof typeof fundMoves
export const fundMoveNames = Object.keys(fundMoves) as [FundMove, ...FundMove[]]

/** Moves that take something away or send it back: people are owed the reason. */
const REASONED: readonly FundMove[] = ['return', 'pause', 'close']

/** Everybody may see it; what is not checked and listed yet is for operators. */
export const publicFundStates = ['listed', 'paused', 'closed'] as const satisfies readonly State[]

export function isPublicFund(state: State): boolean {
  return (publicFundStates as readonly State[]).includes(state)
}

/** Only a listed fund project may receive credit. */
export function canReceive(state: State): boolean {
  return state === 'listed'
}

function stateIn(state: State, allowedStates: readonly State[]): Verdict<'fund-project-state'> {
  return allowedStates.includes(state) ? allowed : refused('fund-project-state', { state, allowed: [...allowedStates] })
}

/** What says who receives the money; a second person looks at exactly this. */
export interface Charity {
  charity: string
  charityCode: string | null
  charityAccount: string | null
}

/** What has to be known of a charity before anybody gives to it. */
export function missingOf(charity: Charity): (keyof Charity)[] {
  const needed = ['charityCode', 'charityAccount'] as const
  return needed.filter((name) => charity[name] === null)
}

const charityParts = ['charity', 'charityCode', 'charityAccount'] as const

export interface FundMoveFacts extends Charity {
  move: FundMove
  /** What whoever checks it has looked at; another operator may have changed it since. */
  charityShown?: Charity | undefined
  state: State
  /** Who moves it brought it in, or wrote the charity as it stands. */
  ownWork: boolean
  reason: string | undefined
  /** The day until which the next report is due; null before it is listed. */
  reportDueOn: string | null
  today: string
}

type MoveRefusal =
  | 'fund-project-state'
  | 'own-fund-project'
  | 'reason-required'
  | 'charity-changed'
  | 'charity-incomplete'
  | 'report-overdue'

/** The second pair of eyes, a complete charity, and feedback that is not overdue. */
export function canMoveFund(facts: FundMoveFacts): Verdict<MoveRefusal> {
  const { move, state, reportDueOn, today } = facts
  const missing = move === 'check' || move === 'list' ? missingOf(facts) : []
  const changed = move === 'check' ? charityParts.filter((part) => facts[part] !== facts.charityShown?.[part]) : []
  const overdue = move === 'resume' && reportDueOn !== null && reportDueOn < today
  return firstRefusal<MoveRefusal>(
    stateIn(state, fundMoves[move].from),
    move === 'check' && facts.ownWork ? refused('own-fund-project') : allowed,
    REASONED.includes(move) && facts.reason === undefined ? refused('reason-required', { for: move }) : allowed,
    changed.length > 0 ? refused('charity-changed', { changed }) : allowed,
    missing.length > 0 ? refused('charity-incomplete', { missing }) : allowed,
    overdue ? refused('report-overdue', { dueOn: reportDueOn }) : allowed,
  )
}

/** Words may be bettered at any time; the charity itself stays as it was checked. */
export function canChangeFund(
  before: Charity & { state: State },
  change: Charity,
): Verdict<'fund-project-state' | 'charity-checked' | 'charity-code-invalid'> {
  return firstRefusal<'fund-project-state' | 'charity-checked' | 'charity-code-invalid'>(
    stateIn(before.state, ['recommended', 'checked', 'listed', 'paused']),
    before.state !== 'recommended' && charityDiffers(before, change) ? refused('charity-checked') : allowed,
    charityCodeVerdict(change.charityCode),
  )
}

export function charityDiffers(a: Charity, b: Charity): boolean {
  return charityParts.some((part) => a[part] !== b[part])
}

const CODE_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The check character of a unified social credit code (统一社会信用代码, GB 32100) finds a slip of the finger. */
export function charityCodeVerdict(code: string | null): Verdict<'charity-code-invalid'> {
  if (code === null) return allowed
  const values = [...code].map((letter) => CODE_LETTERS.indexOf(letter))
  const sum = values.slice(0, 17).reduce((total, value, at) => total + value * (3 ** at % 31), 0)
  const right = values.length === 18 && !values.includes(-1) && (31 - (sum % 31)) % 31 === values[17]
  return right ? allowed : refused('charity-code-invalid', { code })
}

export interface ReportFacts {
  state: State
  periodFrom: string
  periodUntil: string
  today: string
  spentFen: number
  /** What charities confirmed to have received, and what earlier reports said of its use. */
  paidFen: number
  reportedFen: number
}

/** A report tells of a time that is over, and of money that was paid out. */
export function canPublishReport(facts: ReportFacts): Verdict<'fund-project-state' | 'report-period' | 'spent-above-paid'> {
  const { periodFrom, periodUntil, today, spentFen, paidFen, reportedFen } = facts
  const fits = periodFrom <= periodUntil && periodUntil <= today
  return firstRefusal<'fund-project-state' | 'report-period' | 'spent-above-paid'>(
    stateIn(facts.state, publicFundStates),
    fits ? allowed : refused('report-period', { periodFrom, periodUntil }),
    reportedFen + spentFen <= paidFen ? allowed : refused('spent-above-paid', { spentFen, leftFen: paidFen - reportedFen }),
  )
}
