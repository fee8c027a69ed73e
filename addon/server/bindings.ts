/** What a workbook remembers of how the rows and columns of its tabs are known again. */
import * as v from 'valibot';
import { SignSchema } from './signs.ts';

const Signs = v.record(v.string(), SignSchema);

/** How the rows (by input) and columns (by period) of a tab are known again. */
export const TabBindingSchema = v.object({
  labelColumn: v.number(),
  /** A person's own table: its headings are read with everything above them and with the tab's name. */
  own: v.boolean(),
  rows: Signs,
  columns: Signs,
});
export type TabBinding = v.InferOutput<typeof TabBindingSchema>;

/** Bindings that are remembered, by tab. Tabs whose rows are known by the same signs share them. */
export const BindingsSchema = v.pipe(
  v.object({
    rows: v.array(Signs),
    tabs: v.record(v.string(), v.object({ ...TabBindingSchema.entries, rows: v.number() })),
  }),
  v.transform(({ rows, tabs }): Bindings => {
    const whole = Object.entries(tabs).map(([key, tab]) => [key, { ...tab, rows: rows[tab.rows] ?? {} }] as const);
    return Object.fromEntries(whole);
  }),
);
export type Bindings = Readonly<Record<string, TabBinding>>;

/** What `BindingsSchema` reads. */
export function bindingsText(bindings: Bindings): string {
  const texts = [...new Set(Object.values(bindings).map(({ rows }) => JSON.stringify(rows)))];
  const tabs = Object.entries(bindings).map(([key, tab]) => [
    key,
    { ...tab, rows: texts.indexOf(JSON.stringify(tab.rows)) },
  ]);
  return `{"rows":[${texts.join()}],"tabs":${JSON.stringify(Object.fromEntries(tabs))}}`;
}
