/** The way between the pages, on each of them: what the person may see, and where one is. */
import { type Capability, can } from '../rights.ts';
import { ADMIN_ADDRESS } from './addresses.ts';
import type { Person } from './props.ts';
import { NAV_WORDS } from './words.ts';

export type Place = 'overview' | 'periods' | 'resolution' | 'ledger' | 'admin';

interface Item {
  readonly place: Place;
  readonly address: string;
  readonly need: Capability;
}

const ITEMS: readonly Item[] = [
  { place: 'overview', address: '/', need: 'summary.read' },
  { place: 'periods', address: '/periods', need: 'summary.read' },
  { place: 'resolution', address: '/resolution', need: 'summary.read' },
  { place: 'ledger', address: '/ledger', need: 'ledger.read' },
  { place: 'admin', address: ADMIN_ADDRESS, need: 'members.manage' },
];

/** `here` is the part of the view that the page belongs to; undefined for none. */
export function Nav({ me, here }: { readonly me: Person; readonly here: Place | undefined }) {
  const { role, units } = me;
  if (role === null) return null;
  const items = ITEMS.filter(({ need }) => can({ role, units }, { kind: 'browser' }, need));
  return (
    <nav class="places" aria-label={NAV_WORDS.label}>
      <ul>
        {items.map(({ place, address }) => (
          <li key={place}>
            <a href={address} aria-current={place === here ? 'page' : undefined}>
              {NAV_WORDS.places[place]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
