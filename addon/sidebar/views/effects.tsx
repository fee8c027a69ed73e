/** What the typed value does: the unit's figure, the commune's, the verdict, how far the goal is. */
import { unitOf } from '../../../shared/plan.ts';
import type { Verdict } from '../../../shared/wire.ts';
import { VERDICT_WORDS } from '../../../shared/words.ts';
import type { Change, EffectView } from '../model/effect.ts';
import { EFFECT_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { BulletGraph } from './bullet.tsx';
import { VerdictSign } from './sign.tsx';

export function Effects({ store }: AppProps) {
  const effects = store.effects.value;
  if (store.place.value === null) return null;
  return (
    <section class="effects" aria-label={EFFECT_WORDS.heading}>
      {effects.length === 0 && <p class="hint">{EFFECT_WORDS.noIndicator}</p>}
      {effects.map((effect) => (
        <OneEffect key={effect.id} effect={effect} named={effects.length > 1} own={kindName(store)} />
      ))}
    </section>
  );
}

/** What this kind of unit is called: an area, the commune's office. */
function kindName({ plan, unit }: AppProps['store']): string {
  const kind = unitOf(plan, unit.value ?? '')?.kind;
  return plan.resolution.kinds.find((one) => one.id === kind)?.name ?? '';
}

interface EffectProps {
  readonly effect: EffectView;
  readonly named: boolean;
  readonly own: string;
}

function OneEffect({ effect, named, own }: EffectProps) {
  const { commune } = effect;
  return (
    <div class="effect">
      {named && (
        <p class="effect-name">
          {effect.label} <span class="goal">{effect.goal}</span>
        </p>
      )}
      <dl>
        <dt>{own}</dt>
        <dd>
          <ChangeText change={effect.unit} />
        </dd>
        <dt>{EFFECT_WORDS.commune}</dt>
        <dd>
          {commune === null ? (
            <span class="hint">{EFFECT_WORDS.noFigure}</span>
          ) : (
            <>
              <ChangeText change={commune} />
              {commune.provisional && <span class="hint">{EFFECT_WORDS.provisional}</span>}
            </>
          )}
        </dd>
        <dt>{EFFECT_WORDS.verdict}</dt>
        <dd>{commune !== null && <VerdictText verdict={commune.verdict} />}</dd>
        {effect.shared !== null && (
          <>
            <dt>{EFFECT_WORDS.target(effect.shared)}</dt>
            <dd>{effect.target !== null && <TargetText target={effect.target} />}</dd>
          </>
        )}
      </dl>
      <div class={effect.drawn ? 'drawing' : 'undrawn'}>
        {effect.bullet !== null && <BulletGraph bullet={effect.bullet} label={effect.chart} />}
        {effect.need !== null && <p class="need">{effect.need}</p>}
      </div>
    </div>
  );
}

function TargetText({ target }: { readonly target: NonNullable<EffectView['target']> }) {
  return (
    <>
      {target.before !== target.after && (
        <span class="figure">
          <span class="was" title={VERDICT_WORDS[target.before]}>
            <VerdictSign verdict={target.before} />
            <span class="unseen">{VERDICT_WORDS[target.before]}</span>
          </span>{' '}
          <Arrow />
          <span class="unseen">{EFFECT_WORDS.to}</span>
        </span>
      )}
      <VerdictText verdict={target.after} />
    </>
  );
}

function VerdictText({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span class={`verdict ${verdict}`}>
      <VerdictSign verdict={verdict} /> {VERDICT_WORDS[verdict]}
    </span>
  );
}

/** Drawn, for not every machine's Arial has it. */
export function Arrow() {
  return (
    <svg class="arrow" width="14" height="10" viewBox="0 0 14 10" aria-hidden="true" focusable="false">
      <path d="M1 5h11M8.5 1.5L12 5 8.5 8.5" fill="none" stroke="currentColor" stroke-width="1.4" />
    </svg>
  );
}

function ChangeText({ change }: { readonly change: Change }) {
  if (!change.changed) return <span class="figure">{change.after}</span>;
  return (
    <span class="figure">
      <span class="was">{change.before}</span> <Arrow />
      <span class="unseen">{EFFECT_WORDS.to}</span> <strong>{change.after}</strong>
    </span>
  );
}
