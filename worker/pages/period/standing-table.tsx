/** One line a unit: how far its report of the period is, what is wrong in it, when it last came in. */
import type { Plan } from '../../../shared/plan.ts';
import type { Summary, UnitStatus } from '../../../shared/wire.ts';
import { reportAddress } from '../addresses.ts';
import type { Standing } from '../period.tsx';
import { StateMark } from '../state-mark.tsx';
import { momentText } from '../times.ts';
import { PERIOD_PAGE_WORDS } from '../words.ts';

interface TableProps {
  readonly plan: Plan;
  readonly summary: Summary;
  /** Of the period alone. */
  readonly standings: readonly Standing[];
  readonly readable: readonly string[];
  readonly now: string;
}

export function StandingTable({ summary, standings, readable, now }: TableProps) {
  const { columns } = PERIOD_PAGE_WORDS;
  return (
    <div class="scroll">
      <table class="plain-table stacking">
        <thead>
          <tr>
            <th scope="col">{columns.unit}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.entered}</th>
            <th scope="col">{columns.problems}</th>
            <th scope="col">{columns.last}</th>
          </tr>
        </thead>
        <tbody>
          {summary.units.map((unit) => {
            const standing = standings.find((one) => one.unit === unit.id);
            const isOpen = readable.includes(unit.id) && unit.state !== 'none';
            return (
              <tr key={unit.id} data-live={`unit-${unit.id}`} data-label={unit.name}>
                <th scope="row">
                  {isOpen ? <a href={reportAddress(unit.id, summary.period)}>{unit.name}</a> : unit.name}
                </th>
                <td>
                  <StateMark state={unit.state} />
                </td>
                <td class="amount" data-head={columns.entered}>
                  {standing === undefined ? '' : `${standing.entered}/${standing.expected}`}
                </td>
                <td data-head={columns.problems}>{problemsOf(unit)}</td>
                <td data-head={columns.last}>
                  {unit.updatedAt === null ? '' : momentText(unit.updatedAt, now)}
                  {unit.updatedBy === null ? null : <span class="under address">{unit.updatedBy}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function problemsOf({ state, errors, warnings }: UnitStatus): string {
  if (state === 'none') return '';
  const found = [
    ...(errors === 0 ? [] : [PERIOD_PAGE_WORDS.errors(errors)]),
    ...(warnings === 0 ? [] : [PERIOD_PAGE_WORDS.warnings(warnings)]),
  ];
  return found.length === 0 ? PERIOD_PAGE_WORDS.noProblems : found.join(', ');
}
