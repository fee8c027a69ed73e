/** Who has reported what state of affairs for the period, and who is missing, by name. */
import type { Summary, UnitStatus } from '../../../shared/wire.ts';
import { LOCKED, STATE_WORDS } from '../../../shared/words.ts';
import { reportAddress } from '../addresses.ts';
import { may } from '../may.ts';
import type { Person } from '../props.ts';
import { momentText } from '../times.ts';
import { listed, REPORTER_WORDS } from '../words.ts';

interface ReportersProps {
  readonly summary: Summary;
  readonly me: Person;
  readonly now: string;
}

export function Reporters({ summary, me, now }: ReportersProps) {
  return (
    <section class="reporters" aria-label={REPORTER_WORDS.title}>
      <h2>{REPORTER_WORDS.title}</h2>
      <p class="reporters-verdict" data-live="reporters">
        {summary.locked ? <strong class="locked">{LOCKED}. </strong> : null}
        {absenceText(summary.units)}
      </p>
      <ul class="units">
        {summary.units.map((unit) => (
          <Unit
            key={unit.id}
            unit={unit}
            address={may(me, 'report.read', unit.id) ? reportAddress(unit.id, summary.period) : null}
            now={now}
          />
        ))}
      </ul>
    </section>
  );
}

function absenceText(units: readonly UnitStatus[]): string {
  const absent = units.filter((unit) => unit.state === 'none').map((unit) => unit.name);
  const share = REPORTER_WORDS.share(units.length - absent.length, units.length);
  return absent.length === 0 ? share : `${share}; ${REPORTER_WORDS.lacking(listed(absent))}`;
}

interface UnitProps {
  readonly unit: UnitStatus;
  /** Of its report; null for who may not read it. */
  readonly address: string | null;
  readonly now: string;
}

function Unit({ unit, address, now }: UnitProps) {
  return (
    <li class={`unit state-${unit.state}`} data-live={`unit-${unit.id}`}>
      <span class="unit-name">{address === null ? unit.name : <a href={address}>{unit.name}</a>}</span>{' '}
      <span class="unit-state">{STATE_WORDS[unit.state]}</span>
      {unit.updatedAt === null ? null : <span class="unit-at"> · {momentText(unit.updatedAt, now)}</span>}
      {unit.errors === 0 ? null : <span class="unit-errors"> · {REPORTER_WORDS.errors(unit.errors)}</span>}
      {unit.warnings === 0 ? null : <span class="unit-warnings"> · {REPORTER_WORDS.warnings(unit.warnings)}</span>}
    </li>
  );
}
