/** `GET /units` and `GET /units/{unit}`: the reporting units. */
import { UnitPage } from '../../pages/unit.tsx';
import { UnitsPage } from '../../pages/units.tsx';
import { type ActorCall, iso, unitParam } from '../call.ts';
import { page, personOf } from '../page.tsx';
import { readableUnits, statusesOf } from './statuses.ts';

export function getUnitsPage(call: ActorCall): Promise<Response> {
  const { services, actor, now } = call;
  const { plan, config, board, ledger } = services;
  const units = readableUnits(call);
  const periods = board.periods().reverse();
  return page(
    services,
    <UnitsPage
      plan={plan}
      me={personOf(actor)}
      now={iso(now)}
      sample={config.sample}
      units={units}
      statuses={units.flatMap(({ id }) => statusesOf(services, id, periods))}
      sequence={ledger.head().index}
    />,
  );
}

export function getUnitPage(call: ActorCall): Promise<Response> {
  const { services, actor, now } = call;
  const { plan, config, settings, ledger } = services;
  const unit = unitParam(call);
  return page(
    services,
    <UnitPage
      plan={plan}
      me={personOf(actor)}
      now={iso(now)}
      sample={config.sample}
      unit={unit}
      statuses={statusesOf(services, unit, [...plan.periods].reverse())}
      binding={settings.sheetOf(unit) ?? null}
      units={readableUnits(call)}
      sequence={ledger.head().index}
    />,
  );
}
