/** What the service writes to its log, edge and object alike: both run where the tests do. */
import { vi } from 'vitest';

/** Every line that is written, at whatever level, while `work` runs. */
export async function linesOf(work: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = [];
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...texts: unknown[]) => {
      lines.push(texts.map(String).join(' '));
    }),
  );
  try {
    await work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return lines;
}
