/** On paper alone: as of when a page was printed, where "today" says nothing, and that its figures are samples. */
import { SAMPLE_MARK } from '../../shared/words.ts';
import type { PageProps } from './props.ts';
import { fullMomentText } from './times.ts';
import { LIVE_WORDS } from './words.ts';

export function PaperFoot({ now, sample }: Pick<PageProps, 'now' | 'sample'>) {
  return (
    <p class="paper-foot">
      {LIVE_WORDS.asOf(fullMomentText(now))}.{sample ? ` ${SAMPLE_MARK}.` : null}
    </p>
  );
}
