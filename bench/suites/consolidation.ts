/**
 * From four reports to 44 figures, their verdicts and 24 targets'; and from texts to the text that the Worker answers with. The floor is
 * what nobody can do without: reading the same reports from their JSON, writing the same summary. Every report that is put in differs from
 * the one before it in every number, so that nothing kept is of use.
 */
import { consolidate, createConsolidation, type UnitReport } from '../../shared/consolidate.ts';
import type { Period } from '../../shared/periods.ts';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import { consolidated } from '../../worker/commune/consolidated.ts';
import type { Revision } from '../../worker/store/revision.ts';
import { revisionOf } from '../../worker/testing/revision.ts';
import { besideFloor, besidePeer } from '../compared.ts';
import { Expressions } from '../consolidation/expression-parser.ts';
import { requireSameValues } from '../consolidation/formulas.ts';
import { columnOf, sheetsOf, Workbook } from '../consolidation/hyperformula.ts';
import { libreOfficeVersion, reckonInLibreOffice } from '../consolidation/libreoffice.ts';
import { reportsOf, reportsUpTo } from '../consolidation/term-reports.ts';
import { interleaved } from '../measure.ts';
import type { Result } from '../results.ts';

const SUITE = 'consolidation';
const plan = compilePlan(chiengMung());
/** The first full year: every input has a number, and all 44 values follow from the four reports of the period. */
const YEAR_END: Period = '2026-Q4';
const TERM_END: Period = '2030-Q4';
const FRAME = { locked: false, head: { index: 1, hash: '0'.repeat(64) } };
const LIBREOFFICE_RUNS = 5;

export function consolidationSuite(): Result[] {
  return [
    ...figures(YEAR_END),
    ...figures(TERM_END),
    ...texts(),
    ...hyperFormula(),
    ...expressions(),
    ...libreOffice(),
  ];
}

/** Through JSON, as reports come: an engine handles what a parser made unlike what a program put together. */
function parsed<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

/** The same period's reports twice, with other numbers. */
function editions(period: Period): readonly [UnitReport[], UnitReport[]] {
  return [parsed([...reportsOf(plan, period, 0)]), parsed([...reportsOf(plan, period, 1)])];
}

function alternate(): () => 0 | 1 {
  let next: 0 | 1 = 0;
  return () => {
    next = next === 0 ? 1 : 0;
    return next;
  };
}

function requireEqual(one: unknown, other: unknown): void {
  if (JSON.stringify(one) !== JSON.stringify(other))
    throw new Error('two ways of reckoning differ: nothing is compared');
}

function figures(period: Period): Result[] {
  const history = parsed([...reportsUpTo(plan, period)]);
  const reports = editions(period);
  const reportTexts = reports[0].map((report) => JSON.stringify(report));
  const historyTexts = history.map((report) => JSON.stringify(report));
  const prepared = createConsolidation(plan, history);
  for (const edition of reports) {
    for (const report of edition) prepared.put(report);
    requireEqual(prepared.at(period), consolidate(plan, [...history, ...edition], period));
  }
  const which = alternate();
  const [one = [], cold = [], parse = [], parseAll = []] = interleaved([
    () => {
      for (const report of reports[which()]) prepared.put(report);
      return prepared.judge(period);
    },
    () => createConsolidation(plan, history).judge(period),
    () => reportTexts.map((text): unknown => JSON.parse(text)),
    () => historyTexts.map((text): unknown => JSON.parse(text)),
  ]);
  const named = (name: string, samples: readonly number[]) => ({
    suite: SUITE,
    name: `${name}, ${period}`,
    unit: 'µs',
    samples,
  });
  const first = period === YEAR_END;
  return [
    besideFloor(
      named('four reports to figures and verdicts, from prepared history', one),
      'JSON.parse of the four reports',
      parse,
      first ? 0.7 : null,
    ),
    besideFloor(
      named('the same cold, with all reports so far', cold),
      `JSON.parse of these ${history.length} reports`,
      parseAll,
      first ? 1.7 : null,
    ),
  ];
}

/** What the Worker does between a report's text and the summary's. */
function texts(): Result[] {
  const board = consolidated(plan, parsed(reportsUpTo(plan, YEAR_END).map(revisionOf)));
  const revisions = editions(YEAR_END).map((edition) => edition.map(revisionOf));
  const sent = revisions.map((edition) => edition.map((revision) => JSON.stringify(revision)));
  const [base] = revisions[0]?.slice(1) ?? [];
  if (base === undefined) throw new Error('no report to change');
  const changed = [0, 1].map((by): Revision => parsed({ ...base, values: { ...base.values, ...oneChange(base, by) } }));
  const answer = (): string => board.summaryText(YEAR_END, 'latest', FRAME);
  for (const revision of [...revisions.flat(), ...changed, ...(revisions[0] ?? [])]) {
    board.put(revision);
    requireEqual(answer(), JSON.stringify(board.summary(YEAR_END, 'latest', FRAME)));
  }
  const summary = parsed(board.summary(YEAR_END, 'latest', FRAME));
  const [whichText, whichOne] = [alternate(), alternate()];
  const [whole = [], input = [], parseAndWrite = [], write = []] = interleaved([
    () => {
      for (const text of sent[whichText()] ?? []) board.put(JSON.parse(text));
      return answer();
    },
    () => {
      const revision = changed[whichOne()];
      if (revision !== undefined) board.put(revision);
      return answer();
    },
    () => {
      for (const text of sent[0] ?? []) JSON.parse(text);
      return JSON.stringify(summary);
    },
    () => JSON.stringify(summary),
  ]);
  const named = (name: string, samples: readonly number[]) => ({ suite: SUITE, name, unit: 'µs', samples });
  return [
    besideFloor(
      named('texts of four reports to the text of the summary', whole),
      'parsing and writing alone',
      parseAndWrite,
      1.3,
    ),
    besideFloor(
      named('one changed input to the text of the summary', input),
      'JSON.stringify of the summary',
      write,
      0.3,
    ),
  ];
}

/** The input that most indicators are of, a little larger. */
function oneChange(report: UnitReport, by: number): Record<string, number> {
  const own = plan.inputs.filter(({ id }) => typeof report.values[id] === 'number');
  const feeds = (id: string): number => plan.touches[plan.inputIndex.get(id) ?? -1]?.length ?? 0;
  const [most] = [...own].sort((a, b) => feeds(b.id) - feeds(a.id));
  return most === undefined ? {} : { [most.id]: Number(report.values[most.id]) + by };
}

function hyperFormula(): Result[] {
  const reports = editions(YEAR_END);
  const sheets = reports.map((edition) => sheetsOf(plan, edition));
  const book = new Workbook(plan, sheets[0] ?? {});
  const prepared = createConsolidation(plan, parsed([...reportsUpTo(plan, YEAR_END)]));
  requireSameValues(plan, 'HyperFormula', consolidate(plan, reports[0], YEAR_END), book.values());
  const at = 1;
  const pair = reports.map((edition) => edition[at]).filter((report) => report !== undefined);
  const columns = pair.map((report) => columnOf(plan, report));
  const unit = pair[0]?.unit ?? '';
  const inputs = pair.map((report) =>
    parsed({ ...report, values: { ...pair[0]?.values, ...oneChange(pair[0] ?? report, pair.indexOf(report)) } }),
  );
  const [input = ''] = Object.keys(oneChange(pair[0] ?? { unit, period: YEAR_END, values: {} }, 0));
  const which = [alternate(), alternate(), alternate(), alternate()] as const;
  const put = (report: UnitReport | undefined): unknown => {
    if (report !== undefined) prepared.put(report);
    return prepared.judge(YEAR_END);
  };
  const [ourInput = [], theirInput = [], ourReport = [], theirReport = [], ourBuild = [], theirBuild = []] =
    interleaved([
      () => put(inputs[which[0]()]),
      () => book.change(unit, input, Number(inputs[which[1]()]?.values[input])),
      () => put(pair[which[2]()]),
      () => book.replace(unit, columns[which[3]()] ?? []),
      () => createConsolidation(plan, reports[0]).judge(YEAR_END),
      () => new Workbook(plan, sheets[0] ?? {}).destroy(),
    ]);
  book.destroy();
  const beside = (name: string, samples: readonly number[], theirs: readonly number[], times: number): Result =>
    besidePeer(
      { suite: SUITE, name: `${name}, ${times} times faster is the goal`, unit: 'µs', samples },
      { name: 'HyperFormula', version: Workbook.version, samples: theirs },
      times,
    );
  return [
    beside('one changed input to all figures', ourInput, theirInput, 12),
    beside('one changed report to all figures', ourReport, theirReport, 40),
    beside('building from the period’s reports', ourBuild, theirBuild, 200),
  ];
}

function expressions(): Result[] {
  const reports = editions(YEAR_END);
  const peer = new Expressions(plan);
  const ordered = reports.map((edition) => peer.ordered(edition));
  requireSameValues(plan, 'expression-parser', consolidate(plan, reports[0], YEAR_END), peer.values(ordered[0] ?? []));
  const [ourWhich, theirWhich] = [alternate(), alternate()];
  const [ours = [], theirs = []] = interleaved([
    () => createConsolidation(plan, reports[ourWhich()]).judge(YEAR_END),
    () => peer.values(ordered[theirWhich()] ?? []),
  ]);
  return [
    besidePeer(
      {
        suite: SUITE,
        name: 'the 44 values of four reports, cold, 350 times faster is the goal',
        unit: 'µs',
        samples: ours,
      },
      { name: '@dhis2/expression-parser, parsed once', version: Expressions.version(), samples: theirs },
      350,
    ),
  ];
}

function libreOffice(): Result[] {
  const version = libreOfficeVersion();
  if (version === null) return [];
  const [reports] = editions(YEAR_END);
  const { values, milliseconds } = reckonInLibreOffice(plan, reports, LIBREOFFICE_RUNS);
  requireSameValues(plan, 'LibreOffice', consolidate(plan, reports, YEAR_END), values);
  const [ours = []] = interleaved([() => createConsolidation(plan, reports).judge(YEAR_END)]);
  return [
    besidePeer(
      { suite: SUITE, name: 'the 44 values of four reports, beside a whole process', unit: 'µs', samples: ours },
      { name: 'LibreOffice, from its start to its end', version, samples: milliseconds.map((ms) => 1000 * ms) },
      null,
    ),
  ];
}
