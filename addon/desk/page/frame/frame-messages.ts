/** The messages between the page and a frame that shows a script's page. */

export type FromFrame =
  | { readonly desk: 'call'; readonly id: number; readonly functionName: string; readonly args: readonly unknown[] }
  | { readonly desk: 'close' | 'focus-editor' }
  | { readonly desk: 'size'; readonly width: number | null; readonly height: number | null };

export type ToFrame =
  | { readonly desk: 'result'; readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly desk: 'result';
      readonly id: number;
      readonly ok: false;
      readonly name: string;
      readonly message: string;
    }
  | { readonly desk: 'network'; readonly on: boolean };

export function isFrameMessage(data: unknown): data is FromFrame | ToFrame {
  return typeof data === 'object' && data !== null && 'desk' in data && typeof data.desk === 'string';
}
