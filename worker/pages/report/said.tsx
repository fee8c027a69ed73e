/** What people wrote, and under which address: set apart from the page's own words, whatever direction or form it has. */
import { listed, SENDING_WORDS } from '../words.ts';
import type { DescribedRevision, ShownRevision } from './shown.ts';

/** Line breaks are kept; a text that runs from right to left turns nothing else around. */
export function Said({ text }: { readonly text: string }) {
  return (
    <bdi class="said" dir="auto">
      {text}
    </bdi>
  );
}

/** "gửi tự động bởi …; người nhập: không rõ", "duyệt bởi …". */
export function MadeBy({ revision }: { readonly revision: DescribedRevision }) {
  const { state, by, sending } = revision;
  if (state === 'returned' || state === 'accepted') return <ReviewedBy revision={revision} />;
  const automatic = sending?.via === 'trigger' || sending?.via === 'sweep';
  const editors = sending?.editors ?? null;
  return (
    <>
      {SENDING_WORDS[sending?.via ?? 'unknown']} <bdi class="address">{by}</bdi>
      {editors === null && automatic ? `; ${SENDING_WORDS.unknownEditors}` : null}
      {editors === null ? null : (
        <>
          ; {SENDING_WORDS.editors} <bdi class="address">{listed(editors)}</bdi>
        </>
      )}
    </>
  );
}

function ReviewedBy({ revision }: { readonly revision: ShownRevision }) {
  return (
    <>
      {SENDING_WORDS[revision.state === 'returned' ? 'returned' : 'accepted']} <bdi class="address">{revision.by}</bdi>
    </>
  );
}
