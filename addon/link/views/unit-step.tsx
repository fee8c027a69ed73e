/** Whose figures these are. */
import { PAGE_WORDS } from '../../page/words.ts';
import { UNIT_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { StepHeading } from './step-heading.tsx';

export function UnitStep({ store, actions }: AppProps) {
  const opening = store.opening.value;
  const unit = store.unit.value;
  // A linked workbook is one unit's until it is released.
  const fixed = opening !== null && opening.unit !== null;
  const choose = (value: string): void => {
    if (value !== '') void actions.chooseUnit(value);
  };
  return (
    <section>
      <StepHeading>{UNIT_WORDS.heading}</StepHeading>
      <p>{UNIT_WORDS.why}</p>
      <div class="field">
        <label for="unit">{UNIT_WORDS.unit}</label>
        <select id="unit" value={unit ?? ''} disabled={fixed} onChange={(event) => choose(event.currentTarget.value)}>
          {unit === null && <option value="">{UNIT_WORDS.choose}</option>}
          {store.plan.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <p class="hint" role="status">
          {fixed ? UNIT_WORDS.fixed : unit === null ? UNIT_WORDS.needed : UNIT_WORDS.change}
        </p>
      </div>
      {opening !== null && !opening.locale.startsWith('vi') && (
        <p class="notice warn">{UNIT_WORDS.foreignLocale(opening.locale)}</p>
      )}
      {opening !== null && opening.account !== '' && <p class="hint">{PAGE_WORDS.account(opening.account)}</p>}
    </section>
  );
}
