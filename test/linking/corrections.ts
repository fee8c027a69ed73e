/** What a person has to correct in the matcher's proposals for a workbook whose truth is known. */
import type { TabProposal } from '../../addon/link/match/propose.ts';
import { scaleFor } from '../../addon/link/match/row-proposal.ts';
import type { Plan } from '../../shared/plan.ts';
import type { TabTruth, Truth } from '../fixtures/office-workbooks/truth.ts';

/** One line for each binding that is wrong, missing or too many. */
export function correctionsIn(plan: Plan, all: readonly TabProposal[], truth: Truth): readonly string[] {
  const proposals = all.filter(({ offered }) => offered);
  const names = new Set([...Object.keys(truth.tabs), ...proposals.map(({ tab }) => tab.name)]);
  return [...names].flatMap((name) =>
    tabCorrections(
      plan,
      name,
      proposals.find(({ tab }) => tab.name === name),
      truth.tabs[name],
    ),
  );
}

function tabCorrections(
  plan: Plan,
  name: string,
  proposal: TabProposal | undefined,
  truth: TabTruth | undefined,
): string[] {
  const rows = new Map(proposal?.rows.flatMap(({ input, row }) => (input === null ? [] : [[input, row] as const])));
  const own = truth?.ownColumns ?? {};
  const wanted = new Map(Object.entries(truth?.rows ?? {}).filter(([input]) => own[input] === undefined));
  const besides = new Map(proposal?.besides.map(({ input, period, column }) => [`${input} ${period}`, column]));
  const wantedBesides = new Map(
    Object.entries(own).flatMap(([input, columns]) =>
      Object.entries(columns).map(([period, column]) => [`${input} ${period}`, column]),
    ),
  );
  const columns = new Map(
    proposal?.columns.flatMap(({ period, column }) => (period === null ? [] : [[String(period), column] as const])),
  );
  const wantedColumns = new Map(Object.entries(truth?.columns ?? {}));
  const scales = new Map(
    proposal?.rows.flatMap((row) => {
      const input = row.input === null ? undefined : plan.inputById.get(row.input);
      return input === undefined ? [] : [[input.id, scaleFor(row, input)] as const];
    }),
  );
  const wantedScales = new Map([...scales.keys()].map((id) => [id, truth?.otherUnits?.[id] === undefined ? 1 : 1000]));
  return [
    ...differences(`${name}: row of`, rows, wanted),
    ...differences(`${name}: column of`, columns, wantedColumns),
    ...differences(`${name}: column beside of`, besides, wantedBesides),
    ...differences(`${name}: scale of`, scales, wantedScales),
  ];
}

function differences(
  what: string,
  found: ReadonlyMap<string, number>,
  wanted: ReadonlyMap<string, number | undefined>,
) {
  return [...new Set([...found.keys(), ...wanted.keys()])].flatMap((id) =>
    found.get(id) === wanted.get(id)
      ? []
      : [`${what} ${id} is ${found.get(id) ?? 'not proposed'}, should be ${wanted.get(id) ?? 'none'}`],
  );
}
