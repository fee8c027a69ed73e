/** The sentence on top with its bar; each number leads to its target's rows. */
import { Fragment } from 'hono/jsx';
import type { Summary } from '../../../shared/wire.ts';
import { type Shown, targetAddress } from '../addresses.ts';
import { surpassedTargets } from '../indicator/surplus.ts';
import { Sign } from '../sign.tsx';
import { HEADLINE_WORDS } from '../words.ts';
import { targetAnchor } from './anchors.ts';
import { type Clause, clausesOf } from './sentence.ts';
import { VerdictBar } from './verdict-bar.tsx';

interface HeadlineProps {
  readonly summary: Summary;
  readonly shown: Shown;
  /** The targets that have rows on the page: the others are reached on their own pages. */
  readonly visible: ReadonlySet<number>;
}

export function Headline({ summary, shown, visible }: HeadlineProps) {
  const addressOf = (target: number) =>
    visible.has(target) ? `#${targetAnchor(target)}` : targetAddress(target, shown);
  const clauses = clausesOf(summary.targets, surpassedTargets(summary));
  const total = summary.targets.length;
  return (
    <section class="headline" data-live="headline">
      <p class="sentence">
        <strong>{HEADLINE_WORDS.targets(total)}:</strong>{' '}
        {clauses.map((clause, index) => (
          <Fragment key={clause.key}>
            {index === 0 ? null : <span class="dot"> · </span>}
            <ClauseView clause={clause} addressOf={addressOf} />
          </Fragment>
        ))}
      </p>
      <VerdictBar clauses={clauses} total={total} />
    </section>
  );
}

type AddressOf = (target: number) => string;

function ClauseView({ clause, addressOf }: { clause: Clause; addressOf: AddressOf }) {
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
          ({HEADLINE_WORDS.surpassed(beaten.length)}: <TargetLinks numbers={beaten} addressOf={addressOf} />)
        </>
      )}
      : <TargetLinks numbers={clause.numbers} addressOf={addressOf} />
    </span>
  );
}

function TargetLinks({ numbers, addressOf }: { numbers: readonly number[]; addressOf: AddressOf }) {
  return (
    <>
      {numbers.map((number, index) => (
        <Fragment key={String(number)}>
          {index === 0 ? null : ', '}
          <a href={addressOf(number)} aria-label={HEADLINE_WORDS.target(number)}>
            {number}
          </a>
        </Fragment>
      ))}
    </>
  );
}
