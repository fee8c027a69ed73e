/** A finding with the sign and the word of its severity: told apart without colour, as in the sidebar. */
import { Fragment } from 'hono/jsx';
import type { Finding } from '../../../shared/wire.ts';
import { Arrow } from '../arrow.tsx';
import { REPORT_WORDS } from '../words.ts';

const STROKE = { fill: 'none', stroke: 'currentColor', 'stroke-width': '1.8', 'stroke-linecap': 'round' } as const;

export function FindingLine({ finding, unexplained }: { readonly finding: Finding; readonly unexplained: boolean }) {
  const { severity, message } = finding;
  return (
    <li class={`finding ${severity}`}>
      <SeveritySign severity={severity} />
      <span>
        <strong>{REPORT_WORDS.severities[severity]}:</strong> <Message text={message} />
        {unexplained ? <strong class="unexplained"> ({REPORT_WORDS.unexplained})</strong> : null}
      </span>
    </li>
  );
}

/** The sentences write "was → is", for every room; here the arrow is drawn. */
function Message({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('→').map((part, place) => (
        <Fragment key={String(place)}>
          {place === 0 ? null : <Arrow />}
          {part}
        </Fragment>
      ))}
    </>
  );
}

function SeveritySign({ severity }: Pick<Finding, 'severity'>) {
  return (
    <svg class="severity" width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
      {severity === 'warning' ? (
        <path d="M8 1.8L15 14H1zM8 6.2v3.6M8 11.8v.2" {...STROKE} stroke-width="1.5" stroke-linejoin="round" />
      ) : severity === 'notice' ? (
        <path d="M8 1.4a6.6 6.6 0 1 0 .01 0zM8 7.2v4.2M8 4.6v.2" {...STROKE} stroke-width="1.5" />
      ) : (
        <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" {...STROKE} stroke-width="2.4" />
      )}
    </svg>
  );
}
