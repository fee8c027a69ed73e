/** How time and memory grow with the ledger and with the number of communes: the exponent of each curve. */
import { exponentOf, type Point } from '../growth/exponent.ts';
import { LENGTHS, type LengthCost, longLedgers, ROUNDS } from '../growth/long-ledgers.ts';
import { COMMUNES, type CommunesCost, manyCommunes } from '../growth/many-communes.ts';
import { type Result, spreadOf } from '../results.ts';

/** At most linear; the rest is the noise of a curve of few points. */
const LINEAR = 1.1;
/** A summary does not grow with the ledger, one more commune not with the number of the others. */
const CONSTANT = 0.1;

export async function growthSuite(): Promise<Result[]> {
  const lengths = await longLedgers();
  const communes = await manyCommunes();
  return [...ofLedgers(lengths), ...ofCommunes(communes)];
}

function ofLedgers(costs: readonly LengthCost[]): Result[] {
  const range = `a ledger of ${LENGTHS[0]} to ${LENGTHS.at(-1)?.toLocaleString('en-US')} entries`;
  const curves = (of: (cost: LengthCost) => readonly number[]) =>
    Array.from({ length: ROUNDS }, (_, round) =>
      costs.map((cost): Point => ({ size: cost.entries, cost: of(cost)[round] ?? Number.NaN })),
    );
  return [
    result(
      `${range}: time to take a report`,
      curves(({ report }) => report),
      CONSTANT,
    ),
    result(
      `${range}: time of the summary after it`,
      curves(({ summary }) => summary),
      CONSTANT,
    ),
    result(`${range}: memory`, [costs.map(({ entries, memory }) => ({ size: entries, cost: memory }))], LINEAR),
  ];
}

function ofCommunes(costs: readonly CommunesCost[]): Result[] {
  const range = `${COMMUNES[0]} to ${COMMUNES.at(-1)?.toLocaleString('en-US')} communes, each founded, told a report and asked`;
  const curve = (of: (cost: CommunesCost) => number) => [
    costs.map((cost): Point => ({ size: cost.communes, cost: of(cost) })),
  ];
  return [
    result(
      `${range}: time of one more`,
      curve(({ milliseconds }) => milliseconds),
      CONSTANT,
    ),
    result(
      `${range}: memory`,
      curve(({ memory }) => memory),
      LINEAR,
    ),
  ];
}

function result(name: string, curves: readonly (readonly Point[])[], goal: number): Result {
  const ours = spreadOf(curves.map(exponentOf));
  const ends = (curves[0] ?? []).map(({ cost }) => cost);
  console.log(`${name}: ${ends.map((cost) => cost.toPrecision(3)).join(', ')}`);
  return {
    suite: 'growth',
    name,
    unit: '(exponent)',
    ours,
    peers: [],
    floor: null,
    goal,
    goalIs: 'median at most',
    met: ours.median <= goal,
  };
}
