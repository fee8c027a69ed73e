/** The way between the pages, on each of them: what the person may see, and where one is. */
import type { Capability } from '../rights.ts';
import { ADMIN_ADDRESS, UNITS_ADDRESS } from './addresses.ts';
import { may } from './may.ts';
import type { Person } from './props.ts';
import { NAV_WORDS } from './words.ts';

export type Place = 'overview' | 'periods' | 'units' | 'resolution' | 'ledger' | 'admin';

interface Item {
  readonly place: Place;
  readonly address: string;
  readonly need: Capability;
}

const ITEMS: readonly Item[] = [
  { place: 'overview', address: '/', need: 'summary.read' },
  { place: 'periods', address: '/periods', need: 'summary.read' },
  { place: 'units', address: UNITS_ADDRESS, need: 'units.read' },
  { place: 'resolution', address: '/resolution', need: 'summary.read' },
  { place: 'ledger', address: '/ledger', need: 'ledger.read' },
  { place: 'admin', address: ADMIN_ADDRESS, need: 'members.manage' },
];

/** `here` is the part of the view that the page belongs to; undefined for none. */
export function Nav({ me, here }: { readonly me: Person; readonly here: Place | undefined }) {
  if (me.role === null) return null;
  const items = ITEMS.filter(({ need }) => may(me, need));
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
