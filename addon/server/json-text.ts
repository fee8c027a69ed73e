/** JSON that may not be JSON: what comes from the property store or over the network. */

/** The parsed value, or undefined where the text is none (undefined is no JSON value). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
