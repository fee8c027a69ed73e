/**
 * The JSON text of a summary, byte for byte what `JSON.stringify` makes of it. A changed report changes a few indicators: the others' texts
 * are kept, and so is what of each indicator no report can change.
 */
import type { Plan, PlannedIndicator } from '../../shared/plan.ts';
import type { IndicatorResult, Summary, TargetResult, UnitStatus } from '../../shared/wire.ts';

/** Writes the summaries of one period, one after another. */
export type SummaryWriter = (summary: Summary) => string;

export function summaryWriter(plan: Plan): SummaryWriter {
  const frames = plan.indicators.map(frameOf);
  const quoted = new Map(plan.units.map(({ id }) => [id, JSON.stringify(id)]));
  const resolution = JSON.stringify({ id: plan.resolution.id, version: plan.resolution.version });
  const pieces = [''];
  const units = listIn<UnitStatus>(pieces, plan.units.length, (status) => JSON.stringify(status));
  pieces.push('],"indicators":[');
  const indicators = listIn<IndicatorResult>(pieces, plan.indicators.length, (result, at) =>
    indicatorText(result, frames[at], quoted),
  );
  pieces.push('],"targets":[');
  const targets = listIn<TargetResult>(
    pieces,
    plan.resolution.targets.length,
    ({ number, verdict }) => `{"number":${number},"verdict":"${verdict}"}`,
  );
  pieces.push(']}');
  return (summary) => {
    const { period, locked, ledger } = summary;
    pieces[0] = `{"resolution":${resolution},"period":"${period}","locked":${locked},"ledger":${JSON.stringify(ledger)},"units":[`;
    units(summary.units);
    indicators(summary.indicators);
    targets(summary.targets);
    // One copy of it all, at the end.
    return pieces.join('');
  };
}

/** Makes room at the end of the pieces for the texts of a list, and fills it: anew with what is not the same object as the last time. */
function listIn<T>(
  pieces: string[],
  length: number,
  write: (one: T, at: number) => string,
): (list: readonly T[]) => void {
  const from = pieces.length;
  const last: T[] = [];
  for (let at = 0; at < length; at++) pieces.push('');
  return (list) => {
    for (let at = 0; at < length; at++) {
      const one = list[at];
      if (one === undefined || one === last[at]) continue;
      // Joined, a text lies in one piece; as "+" leaves it, it would be gathered from its parts again each time.
      pieces[from + at] = [at === 0 ? '' : ',', write(one, at)].join('');
      last[at] = one;
    }
  };
}

/** What stands around an indicator's figures. */
interface Frame {
  readonly head: string;
  readonly goal: string;
  readonly afterGoal: string;
}

function frameOf({ definition, unit, goal }: PlannedIndicator): Frame {
  const { direction, strict = false, stretch = null, horizon } = goal;
  return {
    head: `${JSON.stringify({ id: definition.id, target: definition.target, unit }).slice(0, -1)},"value":`,
    goal: `,"goal":{"direction":"${direction}","value":`,
    afterGoal: `,"strict":${strict},"stretch":${stretch},"horizon":"${horizon}"},"expected":`,
  };
}

/** Numbers, booleans and null are written in JSON as they are in a template. */
function indicatorText(result: IndicatorResult, frame: Frame | undefined, quoted: ReadonlyMap<string, string>): string {
  if (frame === undefined) return JSON.stringify(result);
  const { value, provisional, verdict, goal, expected, baseline, shortfall, last, coverage, parts } = result;
  const { have, missing, invalid } = coverage;
  const baselineText = baseline === null ? 'null' : `{"period":"${baseline.period}","value":${baseline.value}}`;
  const lastText =
    last === null ? 'null' : `{"period":"${last.period}","value":${last.value},"verdict":"${last.verdict}"}`;
  let partTexts = '';
  for (const unit in parts) {
    partTexts += `${partTexts === '' ? '' : ','}${quoted.get(unit)}:${partText(parts[unit])}`;
  }
  return (
    `${frame.head}${value},"provisional":${provisional},"verdict":"${verdict}"` +
    `${frame.goal}${goal.value}${frame.afterGoal}${expected},"baseline":${baselineText}` +
    `,"shortfall":${shortfall},"last":${lastText},"coverage":{"have":[${idTexts(have, quoted)}]` +
    `,"missing":[${idTexts(missing, quoted)}],"invalid":[${idTexts(invalid, quoted)}]},"parts":{${partTexts}}}`
  );
}

function idTexts(units: readonly string[], quoted: ReadonlyMap<string, string>): string {
  let texts = '';
  for (const unit of units) texts += `${texts === '' ? '' : ','}${quoted.get(unit)}`;
  return texts;
}

function partText(part: IndicatorResult['parts'][string] | undefined): string {
  if (part?.numerator === undefined) return `{"value":${part?.value}}`;
  return `{"value":${part.value},"numerator":${part.numerator},"denominator":${part.denominator}}`;
}
