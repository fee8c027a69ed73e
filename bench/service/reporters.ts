/** Clients that send reports. */
import type { ServedCommune } from '../../test/service/commune.ts';
import { senders } from '../../test/service/reporting.ts';
import type { Client } from './load.ts';

export async function reporters(commune: ServedCommune, count: number): Promise<Client[]> {
  const all = await senders(commune, count);
  return all.map((sender) => async () => {
    await sender.send();
  });
}
