/** The shape of a resolution as a JSON Schema, for editors and for whoever encodes another commune's text. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { PeriodText, ResolutionSchema } from '../../shared/resolution/schema.ts';

/** JSON Schema draft-07, which editors know best. What only `checkResolution` can say (known ids, fitting goals) is not in it. */
export function resolutionJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = toJsonSchema(ResolutionSchema, {
    target: 'draft-07',
    ignoreActions: ['check'],
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema === PeriodText ? { type: 'string', pattern: '^[1-9]\\d{3}-Q[1-4]$' } : undefined,
  });
  return {
    ...schema,
    title: 'A resolution: who reports what, which indicators follow, which goals they are judged by',
  };
}
