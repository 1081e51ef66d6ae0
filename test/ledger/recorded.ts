import type { App } from '@yijian/api/core/app'
import { type Ctx, connectionOf } from '@yijian/api/core/context'
import { type Posted, proveLedger, readHoldings, readJournal } from '@yijian/api/ledger/index'
import { ledgerInvariants } from '@yijian/api/ledger/invariants'
import { hashIntact } from '@yijian/api/ledger/prove-leaves'
import { exampleLine } from '@yijian/shared/ledger/proof-words'
import type { Holdings } from '@yijian/shared/ledger/rules'
import {
  type JournalKind,
  type SystemAccount,
  employeeAccounts,
  fundAccounts,
  journalChart,
  payoutAccounts,
  systemAccounts,
} from '@yijian/shared/ledger/shapes'
import { rolledBack } from '../support/database.ts'
import { EXACT_DAY, issue, openPeople, publishExactMode, setAside, takeBack } from './deeds.ts'
import { edits } from './edits.ts'
import { forgeries } from './forgeries.ts'
import { refusals } from './refusals.ts'

/** What docs/ledger.md shows, taken from the running ledger: markdown by the name of its place in the text. */
export async function record(app: App): Promise<Map<string, string>> {
  await publishExactMode(app)
  const recorded = new Map([
    ['chart of accounts', chart()],
    ['kinds of journal', kindTable()],
    ['invariants', invariantTable()],
    ['faults', faultTable()],
  ])
  for (const [name, tell] of Object.entries(stories)) {
    const [chen] = (await openPeople(app, 1)) as [string]
    await rolledBack(app, { kind: 'system', job: 'docs' }, async (ctx) => recorded.set(name, await tell(new Story(ctx, chen))))
  }
  return recorded
}

/** What each kind of journal says happened. */
const deeds: Record<JournalKind, string> = {
  'hours-issued': 'confirmed hours of one person in one session; credit and points if the grade earns them',
  'hours-corrected': 'a reversal of issued hours, or the hours posted in their place',
  'gift-matched': 'an own donation that was verified, and the credit that matches it',
  'gift-refunded': 'a reversal of one that was refunded',
  'donation-held': 'credit set aside for fund projects while the giver may still undo it',
  'donation-released': 'credit that came back from there, undone or not settled',
  'donation-settled': 'credit that reached its fund project',
  'payout-built': 'credit of fund projects put into a payout',
  'payout-confirmed': 'a payout the charity has received',
  'payout-bounced': 'a payout that came back',
  'points-earned': 'points of a task that was done',
  'points-spent': 'points paid for an item of the shop',
  'points-refunded': 'points of an order that was cancelled',
  'leave-granted': "a year's allowance of charity leave",
  'leave-lapsed': 'what was left of it at the end of the year',
  'leave-held': 'leave that was asked for',
  'leave-released': 'leave that was refused, cancelled or returned',
  'leave-used': 'leave that was taken',
}

function kindTable(): string {
  const rows = Object.entries(deeds).map(([kind, deed]) => [
    `\`${kind}\``,
    deed,
    journalChart[kind as JournalKind].map((account) => `\`${account}\``).join(' '),
  ])
  return table(['kind', 'what it says', 'accounts it may touch'], rows)
}

/** Posts for one person, 陈小禾, and writes down what came of it. */
class Story {
  readonly ctx: Ctx
  readonly chen: string
  private readonly lines: string[] = []

  constructor(ctx: Ctx, chen: string) {
    this.ctx = ctx
    this.chen = chen
  }

  /** One journal with its entries, under a sentence. */
  async tell(sentence: string, posted: Posted): Promise<void> {
    const journal = await readJournal(this.ctx, posted.journalId)
    const rows =
      journal?.entries.map(({ account, amount, unit }) => [`\`${account.replace(this.chen, 'chen')}\``, signed(amount), unit]) ?? []
    this.lines.push(sentence, table(['account', 'amount', 'unit'], rows))
  }

  say(sentence: string): void {
    this.lines.push(sentence)
  }

  async tellHoldings(sentence: string): Promise<void> {
    this.lines.push(`${sentence} ${spoken(await readHoldings(this.ctx, this.chen))}`)
  }

  told(): string {
    return this.lines.join('\n\n')
  }
}

const stories: Record<string, (story: Story) => Promise<string>> = {
  'ninety minutes': async (story) => {
    const { ctx, chen } = story
    await story.tell('Ninety minutes, scanned in and out (grade A):', await issue(ctx, { employeeId: chen, minutes: 90 }))
    await story.tellHoldings('chen now holds')
    await story.tell('Another thirty minutes complete the unit:', await issue(ctx, { employeeId: chen, minutes: 30 }))
    await story.tellHoldings('chen now holds')
    return story.told()
  },
  'grade D': async (story) => {
    const { ctx, chen } = story
    await story.tell('Ninety back-filled minutes (grade D):', await issue(ctx, { employeeId: chen, minutes: 90, grade: 'D' }))
    await story.tellHoldings('chen now holds')
    return story.told()
  },
  'exact mode': async (story) => {
    const { ctx, chen } = story
    const served = { employeeId: chen, servedOn: EXACT_DAY }
    await story.tell('Fifty minutes by a version in exact mode:', await issue(ctx, { ...served, minutes: 50 }))
    await story.tell('Ten more; together they bring exactly what an hour brings:', await issue(ctx, { ...served, minutes: 10 }))
    await story.tellHoldings('chen now holds')
    return story.told()
  },
  reversal: async (story) => {
    const { ctx, chen } = story
    const first = await issue(ctx, { employeeId: chen, minutes: 90 })
    await issue(ctx, { employeeId: chen, minutes: 40 })
    await story.tellHoldings('After sessions of 90 and 40 minutes chen holds')
    await story.tell(
      'The ninety minutes are taken back. The carry has moved on meanwhile, and two units go:',
      await takeBack(ctx, chen, first.journalId),
    )
    await story.tellHoldings('What is left is what 40 minutes alone would have brought:')
    return story.told()
  },
  debt: async (story) => {
    const { ctx, chen } = story
    const first = await issue(ctx, { employeeId: chen, minutes: 120 })
    await setAside(ctx, chen, 15_000)
    await story.tellHoldings('chen served two hours and has set 15,000 fen aside for a project, so chen holds')
    await story.tell('The two hours are taken back:', await takeBack(ctx, chen, first.journalId))
    await story.tellHoldings('chen now holds')
    await story.tell('Two hours served later pay the debt first:', await issue(ctx, { employeeId: chen, minutes: 120 }))
    await story.tellHoldings('chen now holds')
    return story.told()
  },
  repeat: async (story) => {
    const { ctx, chen } = story
    const served = { employeeId: chen, minutes: 90, attendanceId: 'att_0000000000001' }
    const first = await issue(ctx, served)
    const again = await issue(ctx, served)
    const outcome = again.journalId === first.journalId && again.replayed ? 'the same journal, marked as replayed' : 'another journal'
    story.say(`The same request a second time is answered with ${outcome}.`)
    await story.tellHoldings('chen holds')
    const refusal = await issue(ctx, { ...served, minutes: 91 }).then(
      () => 'accepted',
      ({ code }: { code: string }) => `refused: \`${code}\``,
    )
    story.say(`The same key with 91 minutes is ${refusal}.`)
    return story.told()
  },
  tampering: async (story) => {
    const { ctx, chen } = story
    const { journalId } = await issue(ctx, { employeeId: chen, minutes: 60 })
    const statement =
      "UPDATE ledger_entry SET amount = amount * 2 WHERE account_id IN ('chen/credit', 'system/credit') AND journal_id = 'jnl_…'"
    await connectionOf(ctx).query(statement.replace('chen', chen).replace('jnl_…', journalId))
    const { invariants } = await proveLedger(ctx, [])
    const broken = invariants
      .filter(({ violations }) => violations > 0)
      .map(({ name, title, meaning, examples }) => {
        const [first] = examples.map((example) => exampleLine(example, 'en'))
        const named = first
          ?.replaceAll(chen, 'chen')
          .replaceAll(journalId, 'jnl_…')
          .replaceAll(/[0-9a-f]{64}/g, '…')
        return [`\`${name}\` ${title.zh}`, meaning.en, `\`${named}\``]
      })
    story.say(`Somebody with the owner's password doubles the credit of one journal, on both sides:\n\n\`\`\`sql\n${statement}\n\`\`\``)
    story.say(`The next proof is not clean:\n\n${table(['broken', 'what no longer holds', 'the first that breaks it'], broken)}`)
    return story.told()
  },
}

function chart(): string {
  const people = Object.entries(employeeAccounts).map(([kind, { unit, min, max }]) => [
    `\`emp_…/${kind}\``,
    unit,
    bounds(min, max),
    meanings[kind] ?? '',
  ])
  const others = [
    ['`fnd_…/credit`', fundAccounts.credit.unit, bounds(fundAccounts.credit.min, null), 'credit a fund project received (公益金项目)'],
    ['`pay_…/credit`', payoutAccounts.credit.unit, bounds(payoutAccounts.credit.min, null), 'credit on its way to a charity (拨付)'],
  ]
  const system = Object.keys(systemAccounts).map((kind) => [
    `\`system/${kind}\``,
    systemAccounts[kind as SystemAccount],
    'no balance row',
    'the other side',
  ])
  return table(['account', 'unit', 'bounds', 'what it holds'], [...people, ...others, ...system])
}

const meanings: Record<string, string> = {
  hours: 'minutes served and issued (公益时)',
  'carry-hours': 'minutes short of a unit, kept for the next time (结转零头)',
  'matched-hours': 'minutes turned into credit so far',
  gift: 'own donations that were verified (个人捐赠)',
  'carry-gift': 'own donations short of a unit',
  'matched-gift': 'own donations turned into credit so far',
  credit: 'charity credit that can be given (公益金)',
  'credit-held': 'credit set aside while a donation can still be undone (冻结)',
  'credit-owed': 'debt after a claw-back (欠额)',
  points: 'points (向善积分)',
  leave: 'charity leave that can be asked for (公益假)',
  'leave-held': 'leave asked for and not taken yet',
}

function bounds(min: number | null, max: number | null): string {
  if (min !== null) return `at least ${min}`
  return max === null ? 'none' : `at most ${max}`
}

function invariantTable(): string {
  return table(
    ['name', '中文', 'what holds', '含义'],
    [...ledgerInvariants, hashIntact].map(({ name, title, meaning }) => [`\`${name}\``, title.zh, meaning.en, meaning.zh]),
  )
}

function faultTable(): string {
  const codes = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(' ')
  return [
    table(
      ['edited by the owner of the database', 'noticed by'],
      edits.map(({ name, caughtBy }) => [name, codes(caughtBy)]),
    ),
    table(
      ['posted through the writer itself, in balance and with a right hash', 'noticed by'],
      forgeries.map(({ name, caughtBy }) => [name, codes(caughtBy)]),
    ),
    table(
      ['refused by keys and checks before it is written'],
      refusals.map(({ name }) => [name]),
    ),
  ].join('\n\n')
}

const words: Record<keyof Holdings, string> = {
  minutes: 'minutes served',
  carriedMinutes: 'minutes carried',
  matchedMinutes: 'minutes matched',
  giftFen: 'fen of own donations',
  carriedGiftFen: 'fen of gifts carried',
  matchedGiftFen: 'fen of gifts matched',
  creditFen: 'fen of credit',
  heldFen: 'fen set aside',
  owedFen: 'fen of debt',
  points: 'points',
  leaveMinutes: 'minutes of leave',
  leaveHeldMinutes: 'minutes of leave asked for',
}

/** What somebody holds, leaving out what is zero. */
function spoken(holdings: Holdings): string {
  const told = Object.entries(holdings).flatMap(([name, amount]) =>
    amount === 0 ? [] : [`${Math.abs(amount).toLocaleString('en')} ${words[name as keyof Holdings]}`],
  )
  return `${told.join(', ') || 'nothing'}.`
}

function signed(amount: number): string {
  return `${amount > 0 ? '+' : '−'}${Math.abs(amount).toLocaleString('en')}`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
