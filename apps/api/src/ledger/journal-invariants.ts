import { SYSTEM } from '@yijian/shared/ledger/accounts'
import { type Invariant, inArea } from './invariant.ts'
import { chart, isAllowed, isExact, isOnChart, ownerOf, setting, valued, valuedGifts, version } from './invariant-parts.ts'
import { accounts, entries, giftJournals, givers, hoursJournals, journals, reversals } from './invariant-things.ts'

/** Each journal takes back, values and touches what it may, by the policies and the chart. */
export const journalInvariants: readonly Invariant[] = inArea('ledger', [
  {
    name: 'reversal-exact',
    title: { zh: '冲正准确', en: 'Reversals are exact' },
    meaning: {
      zh: '冲正与原凭证的来源、人员、服务日和政策版本相同，冲回同样的时长和积分，且自身不再被冲正',
      en: 'A reversal takes back exactly its original: same source, person, day and versions, the same minutes and points, and is never itself reversed',
    },
    things: reversals,
    breach: 'altered',
    broken: {
      id: 'r.id',
      part: "CONCAT(o.id, IF(r.source_id <> o.source_id, ' source_id', IF(r.served_on <> o.served_on, ' served_on', '')))",
      expected: '-vo.minutes',
      found: 'vr.minutes',
      from: `ledger_journal r JOIN ledger_journal o ON o.id = r.reverses
       LEFT JOIN ${valued('AND id IN (SELECT reverses FROM ledger_journal WHERE reverses IS NOT NULL)')} vo ON vo.journal_id = o.id
       LEFT JOIN ${valued('AND reverses IS NOT NULL')} vr ON vr.journal_id = r.id
      WHERE o.reverses IS NOT NULL OR r.source_id <> o.source_id OR r.served_on <> o.served_on
         OR NOT (JSON_CONTAINS(r.policy_ids, o.policy_ids) AND JSON_CONTAINS(o.policy_ids, r.policy_ids))
         OR NOT (vo.person <=> vr.person) OR COALESCE(vo.minutes, 0) <> -COALESCE(vr.minutes, 0)
         OR COALESCE(vo.offered, 0) <> -COALESCE(vr.offered, 0) OR COALESCE(vo.points, 0) <> -COALESCE(vr.points, 0)`,
    },
  },
  {
    name: 'reversal-mirrors',
    title: { zh: '冲正对称', en: 'Reversals mirror' },
    meaning: {
      zh: '除公益时外，冲正把原凭证的每个账户都恢复原样；捐赠退款则冲回捐赠额',
      en: 'A reversal of anything but hours undoes every account of its original; that of a donation undoes the donation',
    },
    things: reversals,
    breach: 'altered',
    broken: {
      id: 'reversal',
      part: 'account_id',
      expected: '0',
      found: 'amount',
      from: `(SELECT p.reversal, e.account_id, SUM(e.amount) amount FROM (
         SELECT id reversal, kind, id journal FROM ledger_journal WHERE reverses IS NOT NULL
         UNION ALL SELECT id, kind, reverses FROM ledger_journal WHERE reverses IS NOT NULL) p
       JOIN ledger_entry e ON e.journal_id = p.journal
      WHERE p.kind <> 'hours-corrected' AND (p.kind <> 'gift-refunded' OR e.account_id LIKE 'emp%/gift')
      GROUP BY p.reversal, e.account_id HAVING SUM(e.amount) <> 0) x`,
    },
  },
  {
    name: 'credit-earned',
    title: { zh: '公益金有据', en: 'Credit is earned' },
    meaning: {
      zh: '公益金只因同一凭证中同一人的公益时产生，并符合所用政策版本的标准',
      en: 'Credit is granted only for minutes served in the same journal by one person, at the rate of its policy version',
    },
    things: hoursJournals,
    breach: 'off-policy',
    broken: {
      id: 'v.journal_id',
      part: `IF(owners <> 1, 'owners', IF(offered <> 0 AND offered <> minutes, 'carry-hours', IF(offered <> carried + matched, 'matched-hours',
        IF(p.id IS NULL, 'policy_ids', 'credit'))))`,
      expected: `IF(owners <> 1, 1, IF(offered <> 0 AND offered <> minutes, minutes, IF(offered <> carried + matched, offered - carried,
        matched * ${setting('unitMinutesGrantFen')} DIV ${setting('unitMinutes')})))`,
      found:
        'IF(owners <> 1, owners, IF(offered <> 0 AND offered <> minutes, offered, IF(offered <> carried + matched, matched, granted)))',
      from: `${valued()} v JOIN ledger_journal j ON j.id = v.journal_id LEFT JOIN ${version('matching')}
      WHERE owners <> 1 OR (offered <> 0 AND offered <> minutes) OR offered <> carried + matched
         OR (p.id IS NULL AND (offered <> 0 OR granted <> 0))
         OR IF(${isExact}, ABS(granted * ${setting('unitMinutes')} - matched * ${setting('unitMinutesGrantFen')}) >= ${setting('unitMinutes')},
               granted * ${setting('unitMinutes')} <> matched * ${setting('unitMinutesGrantFen')} OR matched MOD ${setting('unitMinutes')} <> 0)`,
    },
  },
  {
    name: 'gift-matched',
    title: { zh: '捐赠配捐有据', en: 'Own donations are matched' },
    meaning: {
      zh: '每笔个人捐赠只为一个人配捐，按所用政策版本的标准计算并结转零头',
      en: 'A donation is matched for one person, with carry, at the rate of its policy version',
    },
    things: giftJournals,
    breach: 'off-policy',
    broken: {
      id: 'v.journal_id',
      part: `IF(owners <> 1, 'owners', IF(offered <> gift, 'carry-gift', IF(offered <> carried + matched, 'matched-gift',
        IF(p.id IS NULL, 'policy_ids', 'credit'))))`,
      expected: `IF(owners <> 1, 1, IF(offered <> gift, gift, IF(offered <> carried + matched, offered - carried,
        matched * ${setting('unitGiftGrantFen')} DIV ${setting('unitGiftFen')})))`,
      found: 'IF(owners <> 1, owners, IF(offered <> gift, offered, IF(offered <> carried + matched, matched, granted)))',
      from: `${valuedGifts} v JOIN ledger_journal j ON j.id = v.journal_id LEFT JOIN ${version('matching')}
      WHERE owners <> 1 OR offered <> gift OR offered <> carried + matched OR p.id IS NULL
         OR IF(${isExact}, ABS(granted * ${setting('unitGiftFen')} - matched * ${setting('unitGiftGrantFen')}) >= ${setting('unitGiftFen')},
               granted * ${setting('unitGiftFen')} <> matched * ${setting('unitGiftGrantFen')} OR matched MOD ${setting('unitGiftFen')} <> 0)`,
    },
  },
  {
    name: 'gift-order-does-not-matter',
    title: { zh: '配捐与先后无关', en: 'Order of gifts does not matter' },
    meaning: {
      zh: '个人捐赠带来的公益金和结转零头只取决于捐赠总额，与捐赠、退款的先后无关',
      en: 'What donations brought and what is still carried depends on their total alone, not on the order of gifts and refunds',
    },
    things: givers,
    breach: 'off-policy',
    broken: {
      id: 'person',
      part: "IF(carried <> IF(exact, 0, gift MOD unit), 'carry-gift', IF(matched <> gift - carried, 'matched-gift', 'credit'))",
      expected: `IF(carried <> IF(exact, 0, gift MOD unit), IF(exact, 0, gift MOD unit),
        IF(matched <> gift - carried, gift - carried, matched * fen DIV unit))`,
      found: 'IF(carried <> IF(exact, 0, gift MOD unit), carried, IF(matched <> gift - carried, matched, granted))',
      from: `(
       SELECT v.person, SUM(gift) gift, SUM(carried) carried, SUM(matched) matched, SUM(granted) granted,
         COUNT(DISTINCT ${isExact}, ${setting('unitGiftFen')}, ${setting('unitGiftGrantFen')}) rules,
         MAX(${isExact}) exact, MAX(${setting('unitGiftFen')}) unit, MAX(${setting('unitGiftGrantFen')}) fen
       FROM ${valuedGifts} v JOIN ledger_journal j ON j.id = v.journal_id JOIN ${version('matching')} GROUP BY v.person) x
     WHERE rules = 1 AND (IF(exact, carried <> 0, carried <> gift MOD unit) OR granted <> matched * fen DIV unit OR matched <> gift - carried)`,
    },
  },
  {
    name: 'kind-on-chart',
    title: { zh: '凭证类型与账户相符', en: 'Kinds keep to their accounts' },
    meaning: {
      zh: '每类凭证只记入该类型允许的账户',
      en: 'A journal touches only the accounts of its kind',
    },
    things: entries,
    breach: 'altered',
    broken: {
      id: 'e.journal_id',
      part: 'e.account_id',
      found: 'j.kind',
      from: `ledger_entry e JOIN ledger_journal j ON j.id = e.journal_id WHERE NOT ${isAllowed}`,
    },
  },
  {
    name: 'points-earned',
    title: { zh: '公益时积分有据', en: 'Points of hours are earned' },
    meaning: {
      zh: '公益时凭证要么不产生积分，要么按政策版本对整单位时长计积分',
      en: 'Hours bring no points or those of the whole units of the journal, by its policy version',
    },
    things: hoursJournals,
    breach: 'off-policy',
    broken: {
      id: 'v.journal_id',
      part: "IF(p.id IS NULL, 'policy_ids', 'points')",
      expected: `SIGN(minutes) * (ABS(minutes) DIV ${setting('unitMinutes')}) * ${setting('unitPoints')}`,
      found: 'points',
      from: `${valued()} v JOIN ledger_journal j ON j.id = v.journal_id LEFT JOIN ${version('points')}
      WHERE points <> 0 AND (p.id IS NULL OR points <> SIGN(minutes) * (ABS(minutes) DIV ${setting('unitMinutes')}) * ${setting('unitPoints')})`,
    },
  },
  {
    name: 'version-in-force',
    title: { zh: '政策版本有效', en: 'Versions were in force' },
    meaning: {
      zh: '凭证所用的政策版本在其服务日正在生效',
      en: 'A journal is valued by versions that were in force on its service day',
    },
    things: journals,
    breach: 'off-policy',
    broken: {
      id: 'j.id',
      part: 'p.id',
      expected: "IF(p.in_force_from > j.served_on, CONCAT('>= ', p.in_force_from), NULL)",
      found: 'j.served_on',
      from: `ledger_journal j JOIN policy_version p ON JSON_CONTAINS(j.policy_ids, JSON_QUOTE(p.id))
      WHERE p.in_force_from > j.served_on OR EXISTS (SELECT 1 FROM policy_version later
        WHERE later.kind = p.kind AND later.in_force_from > p.in_force_from AND later.in_force_from <= j.served_on
          AND NOT (later.published_at > j.recorded_at AND j.served_on > j.recorded_at + INTERVAL 8 HOUR))`,
    },
  },
  {
    name: 'account-on-chart',
    title: { zh: '账户在账户表内', en: 'Accounts are on the chart' },
    meaning: {
      zh: '每个账户都在账户表内，单位与上下限正确；有主的账户有余额行，公司镜像账户没有',
      en: 'Every account is one of the chart, in its unit and bounds; those somebody owns have a balance row, the company’s mirrors have none',
    },
    things: accounts,
    breach: 'altered',
    broken: {
      id: 'a.id',
      part: `CASE WHEN c.kind IS NULL THEN 'kind' WHEN c.unit <> a.unit THEN 'unit'
        WHEN (c.owner = '${SYSTEM}') = (b.account_id IS NOT NULL) THEN 'ledger_balance'
        WHEN NOT (b.min_balance <=> c.lo) THEN 'min_balance' ELSE 'max_balance' END`,
      expected: "CASE WHEN c.unit <> a.unit THEN c.unit WHEN NOT (b.min_balance <=> c.lo) THEN COALESCE(c.lo, 'NULL') ELSE c.hi END",
      found:
        "CASE WHEN c.unit <> a.unit THEN a.unit WHEN NOT (b.min_balance <=> c.lo) THEN COALESCE(b.min_balance, 'NULL') ELSE b.max_balance END",
      from: `ledger_account a LEFT JOIN ledger_balance b ON b.account_id = a.id
       LEFT JOIN (${chart}) c ON c.owner = ${ownerOf('a.owner_id')} AND c.kind = a.kind WHERE NOT ${isOnChart}`,
    },
  },
])
