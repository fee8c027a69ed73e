/** The sentence on top with its bar; each number leads to its target's rows. */
import { Fragment } from 'hono/jsx';
import type { Summary } from '../../../shared/wire.ts';
import { surpassedTargets } from '../indicator/surplus.ts';
import { Sign } from '../sign.tsx';
import { HEADLINE_WORDS } from '../words.ts';
import { targetAnchor } from './anchors.ts';
import { type Clause, clausesOf } from './sentence.ts';
import { VerdictBar } from './verdict-bar.tsx';

export function Headline({ summary }: { summary: Summary }) {
  const clauses = clausesOf(summary.targets, surpassedTargets(summary));
  const total = summary.targets.length;
  return (
    <section class="headline" data-live="headline">
      <p class="sentence">
        <strong>{HEADLINE_WORDS.targets(total)}:</strong>{' '}
        {clauses.map((clause, index) => (
          <Fragment key={clause.key}>
            {index === 0 ? null : <span class="dot"> · </span>}
            <ClauseView clause={clause} />
          </Fragment>
        ))}
      </p>
      <VerdictBar clauses={clauses} total={total} />
    </section>
  );
}

function ClauseView({ clause }: { clause: Clause }) {
  const beaten = clause.surpassed;
  return (
    <span class="clause">
      <Sign verdict={clause.verdict} />{' '}
      <strong>
        {clause.numbers.length} {clause.words}
      </strong>
      {beaten.length === 0 ? null : (
        <>
          {' '}
          ({HEADLINE_WORDS.surpassed(beaten.length)}: <TargetLinks numbers={beaten} />)
        </>
      )}
      : <TargetLinks numbers={clause.numbers} />
    </span>
  );
}

function TargetLinks({ numbers }: { numbers: readonly number[] }) {
  return (
    <>
      {numbers.map((number, index) => (
        <Fragment key={String(number)}>
          {index === 0 ? null : ', '}
          <a href={`#${targetAnchor(number)}`} aria-label={HEADLINE_WORDS.target(number)}>
            {number}
          </a>
        </Fragment>
      ))}
    </>
  );
}
