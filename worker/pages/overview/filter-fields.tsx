/** The fields that narrow the overview, within the form of its period: folded away until they are used. */
import type { Child } from 'hono/jsx';
import type { Plan } from '../../../shared/plan.ts';
import { VERDICTS } from '../../../shared/verdict-names.ts';
import { VERDICT_WORDS } from '../../../shared/words.ts';
import { FILTER_WORDS } from '../words.ts';
import { COMPARISONS, type Filter, filterQuery } from './filter.ts';

interface FieldsProps {
  readonly plan: Plan;
  readonly filter: Filter;
}

export function FilterFields({ plan, filter }: FieldsProps) {
  const { sections, units } = plan.resolution;
  return (
    <details class="filters" open={filterQuery(filter).length > 0}>
      <summary>{FILTER_WORDS.title}</summary>
      <div class="filter-fields">
        <label>
          <span>{FILTER_WORDS.search}</span>
          <input type="search" name="q" value={filter.words} maxlength={100} autocomplete="off" />
        </label>
        <Choice name="verdict" label={FILTER_WORDS.verdict} chosen={filter.verdict}>
          {VERDICTS.map((verdict) => (
            <Option key={verdict} value={verdict} words={VERDICT_WORDS[verdict]} chosen={filter.verdict} />
          ))}
        </Choice>
        <Choice name="section" label={FILTER_WORDS.section} chosen={filter.section}>
          {sections.map(({ id, label }) => (
            <Option key={id} value={id} words={label} chosen={filter.section} />
          ))}
        </Choice>
        <Choice name="unit" label={FILTER_WORDS.unit} chosen={filter.unit}>
          {units.map(({ id, name }) => (
            <Option key={id} value={id} words={name} chosen={filter.unit} />
          ))}
        </Choice>
        <Choice name="compare" label={FILTER_WORDS.compare} chosen={filter.comparison} none={FILTER_WORDS.noCompare}>
          {COMPARISONS.map((comparison) => (
            <Option
              key={comparison}
              value={comparison}
              words={FILTER_WORDS.comparisons[comparison]}
              chosen={filter.comparison}
            />
          ))}
        </Choice>
      </div>
    </details>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | null;
  /** The word for no choice. */
  readonly none?: string;
  readonly children?: Child;
}

function Choice({ name, label, chosen, none = FILTER_WORDS.all, children }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        <option value="" selected={chosen === null}>
          {none}
        </option>
        {children}
      </select>
    </label>
  );
}

interface OptionProps {
  readonly value: string;
  readonly words: string;
  readonly chosen: string | null;
}

function Option({ value, words, chosen }: OptionProps) {
  return (
    <option value={value} selected={value === chosen}>
      {words}
    </option>
  );
}
