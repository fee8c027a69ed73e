/** The part of each unit that reports an indicator: its figure, what it was made of, what it could do, how its report stands. */
import { formatFigureBeside } from '../../../shared/display.ts';
import { numeratorUnit, type Plan, plannedIndicator, unitName } from '../../../shared/plan.ts';
import { type Remedy, remediesFor } from '../../../shared/remedies.ts';
import type { IndicatorResult, Summary } from '../../../shared/wire.ts';
import { NOT_APPLICABLE_WORD, STATE_WORDS } from '../../../shared/words.ts';
import { reportAddress } from '../addresses.ts';
import { besideBounds, quotientText } from '../indicator/figure.ts';
import { may } from '../may.ts';
import type { Person } from '../props.ts';
import { TARGET_WORDS } from '../words.ts';

interface PartsProps {
  readonly plan: Plan;
  readonly summary: Summary;
  readonly result: IndicatorResult;
  readonly me: Person;
}

export function PartsTable({ plan, summary, result, me }: PartsProps) {
  const { partColumns } = TARGET_WORDS;
  const planned = plannedIndicator(plan, result.id);
  const units = (planned?.units ?? []).flatMap((place) => plan.units[place] ?? []);
  const first = plan.inputs[planned?.inputs[0] ?? -1]?.id;
  const remedies = new Map(remediesFor(plan, result, summary.indicators).map((remedy) => [remedy.unit, remedy]));
  const isQuotient = result.unit === '%';
  const canHelp = remedies.size > 0;
  return (
    <div class="scroll">
      <table class="plain-table parts">
        <caption>{TARGET_WORDS.parts}</caption>
        <thead>
          <tr>
            <th scope="col">{partColumns.unit}</th>
            {isQuotient ? <th scope="col">{partColumns.figure}</th> : null}
            <th scope="col">{partColumns.value}</th>
            {canHelp && isQuotient ? <th scope="col">{partColumns.ownGap}</th> : null}
            {canHelp ? <th scope="col">{partColumns.change}</th> : null}
            <th scope="col">{partColumns.report}</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ id }) => (
            <tr key={id} data-live={`part-${result.id}-${id}`}>
              <th scope="row">{unitName(plan, id)}</th>
              {isQuotient ? <td class="amount">{madeOf(plan, result, id)}</td> : null}
              <td class="amount">{partText(result, id)}</td>
              {canHelp && isQuotient ? <td class="amount">{ownGapText(plan, result, remedies.get(id))}</td> : null}
              {canHelp ? <td class="amount">{changeText(plan, result, remedies.get(id))}</td> : null}
              <td>
                {may(me, 'report.read', id) ? (
                  <a href={reportAddress(id, summary.period, first)}>{stateText(summary, id)}</a>
                ) : (
                  stateText(summary, id)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function partText(result: IndicatorResult, unit: string): string {
  if (result.coverage.invalid.includes(unit)) return TARGET_WORDS.invalid;
  const part = result.parts[unit];
  if (part === undefined) return TARGET_WORDS.absent;
  return part.value === null && part.numerator === undefined ? NOT_APPLICABLE_WORD : valueText(result, part.value);
}

/** A ratio of nothing to nothing has no percentage, whatever its sums. */
function valueText(result: IndicatorResult, value: number | boolean | null): string {
  return value === null ? NOT_APPLICABLE_WORD : besideBounds({ ...result, expected: null }, value);
}

function madeOf(plan: Plan, result: IndicatorResult, unit: string): string {
  const part = result.parts[unit];
  if (part?.numerator === undefined || part.denominator === undefined) return '';
  const { numerator, denominator } = part;
  return quotientText(plan, result.id, { numerator, denominator }) ?? '';
}

function ownGapText(plan: Plan, result: IndicatorResult, remedy: Remedy | undefined): string {
  if (remedy === undefined || remedy.ownGap === null) return '';
  return remedy.ownGap === 0 ? TARGET_WORDS.there : amountText(plan, result, remedy.ownGap);
}

function changeText(plan: Plan, result: IndicatorResult, remedy: Remedy | undefined): string {
  if (remedy === undefined) return '';
  return remedy.change === null ? TARGET_WORDS.noRoom : amountText(plan, result, remedy.change);
}

function amountText(plan: Plan, { id, goal }: IndicatorResult, amount: number): string {
  const text = formatFigureBeside(amount, numeratorUnit(plan, id), [0]);
  return goal.direction === 'atMost' ? TARGET_WORDS.less(text) : TARGET_WORDS.more(text);
}

function stateText(summary: Summary, unit: string): string {
  return STATE_WORDS[summary.units.find(({ id }) => id === unit)?.state ?? 'none'];
}
