/** The choice of period and basis: a plain form, so that the address holds the state and no script is needed. */
import type { Child } from 'hono/jsx';
import type { Period } from '../../shared/periods.ts';
import type { Plan } from '../../shared/plan.ts';
import { BASES, type Basis, type Summary } from '../../shared/wire.ts';
import { periodName } from '../../shared/words.ts';
import { PERIOD_WORDS } from './words.ts';

const EXPORTS = [
  { format: 'xlsx', label: 'XLSX' },
  { format: 'csv', label: 'CSV' },
] as const;

interface FormProps {
  readonly plan: Plan;
  readonly summary: Pick<Summary, 'period'>;
  readonly basis: Basis;
  /** The periods that have at least one report, in any order. */
  readonly periods: readonly Period[];
  /** Of the page itself. */
  readonly address: string;
  /** Whether the page's figures can be had as a file. */
  readonly exports: boolean;
  /** More fields of the same form. */
  readonly children?: Child;
}

export function PeriodForm({ plan, summary, basis, periods, address, exports, children }: FormProps) {
  const reported = plan.periods.filter((period) => periods.includes(period)).reverse();
  const rest = plan.periods.filter((period) => !periods.includes(period));
  const { baseline } = plan.resolution.term;
  const group = { shown: summary.period, baseline };
  return (
    <form class="choice" method="get" action={address} aria-label={PERIOD_WORDS.form}>
      <label>
        <span>{PERIOD_WORDS.period}</span>
        <select name="period">
          <PeriodGroup label={PERIOD_WORDS.reported} periods={reported} {...group} />
          <PeriodGroup label={PERIOD_WORDS.unreported} periods={rest} {...group} />
        </select>
      </label>
      <label>
        <span>{PERIOD_WORDS.basis}</span>
        <select name="basis">
          {BASES.map((one: Basis) => (
            <option key={one} value={one} selected={one === basis}>
              {PERIOD_WORDS.bases[one]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{PERIOD_WORDS.show}</button>
      <button class="quiet with-script" type="button" data-print>
        {PERIOD_WORDS.print}
      </button>
      {exports ? <ExportLinks period={summary.period} basis={basis} /> : null}
      {children}
    </form>
  );
}

/** What is shown, not what is chosen and not shown yet: a file must be of the figures that stand below. */
export function ExportLinks({ period, basis }: { period: Period; basis: Basis }) {
  const query = new URLSearchParams({ period, basis });
  return (
    <span class="exports">
      {EXPORTS.map(({ format, label }) => (
        <a key={format} href={`/api/summary.${format}?${query}`} download aria-label={PERIOD_WORDS.download(label)}>
          {label}
        </a>
      ))}
    </span>
  );
}

interface GroupProps {
  readonly label: string;
  readonly periods: readonly Period[];
  readonly shown: Period;
  readonly baseline: Period;
}

function PeriodGroup({ label, periods, shown, baseline }: GroupProps) {
  if (periods.length === 0) return null;
  return (
    <optgroup label={label}>
      {periods.map((period) => (
        <option key={period} value={period} selected={period === shown}>
          {periodName(period, baseline)}
        </option>
      ))}
    </optgroup>
  );
}
