/** What the document says of its schemas that their shapes do not: units, states, what is null when. */

/** By the schema's name in the document; every one has a line. */
export const DESCRIPTIONS: Readonly<Record<string, string>> = {
  Period: 'A quarter; within a year figures are year to date: Q1, six months, nine months, the whole year.',
  Moment: 'A moment, ISO 8601 in UTC.',
  Hash: 'A SHA-256, hexadecimal.',
  Finding:
    'What the rules say of one input; `other` names a second one where it is concerned. refused: nothing is stored; error: no submission; warning: a ' +
    'submission needs a reason; notice: nothing is asked.',
  Current: 'What stands now, where it is not what the sender went by.',
  Problem:
    'RFC 9457. Decide by `code`; show `title` and `detail`. `findings` come with 422, `current` with 412 where there is a report, `retryAfter` (seconds) with 429 and 503.',
  PutReport:
    'A unit’s whole report. A value is a number, a boolean, "na" (not applicable) or null (not there yet); any other is a finding. `reasons` are for inputs of the ' +
    'unit. `via` says whether the signed-in person started the sending; only such a one can submit. `editors` are e-mail addresses where the platform names ' +
    'them; `sources` names inputs that were read from a formula.',
  Reason: 'Why, in words; blanks around them do not count.',
  Accept: 'Nothing.',
  Receipt:
    'For what is durably stored. `ledger` names the entry that made it, with the signature of the ledger’s head then: Ed25519, base64url, null where the deployment has no key. ' +
    '`replayed` for a retry, with `current` where the report has moved on since.',
  Report: 'A unit’s current revision, null values left out or null; `returnReason` while it is returned.',
  History:
    'A page of revisions with what each changed; `next` is the `before` of the following page, null on the last.',
  LockBody: 'A reason may be given.',
  Lock: 'Whether the period takes no reports; `by` and `at` are null where it has never been locked.',
  IndicatorResult:
    'One indicator. `value` is there if every unit has its part, else `provisional` over those that have, and `last` the latest earlier value. `unit` is "%" for ratios and growth, in ' +
    'percent points; null for a flag, whose figures are booleans. `goal.value` is null while it depends on a baseline that is not there. `parts` has each unit’s figure, ' +
    'null where it is not applicable.',
  TargetResult: 'One target: the worst verdict of its indicators.',
  UnitStatus:
    'How far a unit’s report is; state `none` and null where there is none. `warnings` counts those without a reason.',
  Summary:
    'All indicators and targets of a period, in the resolution’s order. `ledger.index` is the live messages’ sequence.',
  Ticket: 'For the WebSocket’s protocol list, as `ticket.<ticket>`.',
  LedgerEntry: 'What happened; what it changes depends on its kind.',
  LedgerVerdict: '`firstBad` where the chain does not hold: `form`, `index`, `previous` or `hash` says why.',
  Me: 'The caller, and what they may.',
  PutMember: 'Units count for reporters.',
  Member: 'Who may what, for which units.',
  Members: 'Everybody who has a role.',
  Units: 'In the resolution’s order; `sheet` is the workbook that a unit is bound to.',
  PutAudience: 'Whose workbook it is.',
  Audience: 'Which unit a workbook’s script speaks for.',
  Audiences: 'Every registered one.',
  Checkpoint:
    'The head of a commune’s ledger at a moment. `signature` is Ed25519, base64url, over the lines origin, index and hash; `publicKey` is PEM; both null where the deployment has no key.',
  Restored:
    'What is here now: rows by table, the hash over all rows that the file named, and the ledger’s head, signed by this deployment.',
  CheckFault: 'One thing that a nightly check found: where, and why.',
  Health:
    'The version and resolution that are served, how many entries the ledger has, and what the last nightly check found: nothing where `ok`; null before the first night.',
};
