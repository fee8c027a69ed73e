/** `GET /targets/{number}`: one target. */

import type { Period } from '../../../shared/periods.ts';
import { inputIdsOf } from '../../../shared/plan.ts';
import { changesOf } from '../../decide/changes.ts';
import type { FigureChange } from '../../pages/target/changes.tsx';
import { Target } from '../../pages/target.tsx';
import { Refusal } from '../../problems.ts';
import { can } from '../../rights.ts';
import { type ActorCall, iso } from '../call.ts';
import { stepsOf } from '../history.ts';
import { page, personOf } from '../page.tsx';
import { summaryOf, summaryQuestion } from '../summary.ts';

/** More revisions of one report than this are looked up in the report itself. */
const REVISIONS = 50;

export function getTarget(call: ActorCall): Promise<Response> {
  const { services, actor, now } = call;
  const { plan, config, board, ledger } = services;
  const target = plan.resolution.targets.find(({ number }) => String(number) === call.param('number'));
  if (target === undefined) throw new Refusal('not-found');
  const question = summaryQuestion(call);
  const reporting = unitsOf(call, target.number);
  const readable = reporting.filter((unit) => can(actor.member, actor.client, 'report.read', unit));
  return page(
    services,
    <Target
      plan={plan}
      me={personOf(actor)}
      now={iso(now)}
      sample={config.sample}
      target={target}
      summary={summaryOf(services, question)}
      basis={question.basis}
      periods={board.periods()}
      term={board.term(question.basis)}
      audit={board.audit(question.basis)}
      changes={readable.flatMap((unit) => figureChanges(call, unit, question.period, target.number)).sort(newestFirst)}
      ownOnly={readable.length < reporting.length}
      sequence={ledger.head().index}
    />,
  );
}

/** The units that report anything for a target. */
function unitsOf({ services: { plan } }: ActorCall, target: number): string[] {
  const places = plan.indicators.filter(({ definition }) => definition.target === target).flatMap(({ units }) => units);
  return plan.units.filter((_, place) => places.includes(place)).map(({ id }) => id);
}

/** Newest first; a revision that changed nothing of the target's inputs is left out. */
function figureChanges({ services }: ActorCall, unit: string, period: Period, target: number): FigureChange[] {
  const { plan } = services;
  const inputs = new Set(
    plan.indicators.flatMap(({ definition, formula }) => (definition.target === target ? inputIdsOf(formula) : [])),
  );
  const { steps } = stepsOf(services, { unit, period, limit: REVISIONS, before: null });
  return steps.flatMap((step) => {
    const { revision, state, at, by, values } = step.revision;
    const changes = changesOf(step.before?.values ?? {}, values).filter(({ input }) => inputs.has(input));
    return changes.length === 0 ? [] : [{ unit, period, revision, state, at, by, changes }];
  });
}

function newestFirst(one: FigureChange, other: FigureChange): number {
  return one.at < other.at ? 1 : one.at > other.at ? -1 : 0;
}
