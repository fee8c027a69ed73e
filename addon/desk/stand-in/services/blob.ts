/** Blob: bytes with a type and a name, as far as texts go. */
import { utf8Bytes, utf8Text } from '../model/utf8.ts';
import type { Kit } from './kit.ts';
import { strict } from './strict.ts';

type GBlob = GoogleAppsScript.Base.Blob;

export function asBlob(kit: Kit, bytes: readonly number[], contentType: string | null, name: string | null): GBlob {
  let state = { bytes: bytes.map((byte) => byte & 255), contentType, name };
  const set = (change: Partial<typeof state>): GBlob => {
    state = { ...state, ...change };
    return kit.blobs.keep(blob, state.bytes);
  };
  const blob: GBlob = strict<GBlob>(kit.run, 'Blob', {
    getBytes: () => signed(state.bytes),
    getDataAsString: () => utf8Text(state.bytes),
    getContentType: () => state.contentType,
    getName: () => state.name,
    copyBlob: () => asBlob(kit, state.bytes, state.contentType, state.name),
    setBytes: (given) => set({ bytes: given.map((byte) => byte & 255) }),
    setDataFromString: (text: string) => set({ bytes: utf8Bytes(text) }),
    setContentType: (type) => set({ contentType: type }),
    setName: (given) => set({ name: given }),
  });
  return kit.blobs.keep(blob, state.bytes);
}

/** Bytes are signed on the platform: Java's. */
export function signed(bytes: readonly number[]): number[] {
  return bytes.map((byte) => ((byte & 255) > 127 ? (byte & 255) - 256 : byte & 255));
}
