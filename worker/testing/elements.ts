/** A page as a browser takes it apart: its elements with their attributes, and what stands in its scripts and styles. */

export interface PageElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export interface Parsed {
  readonly elements: readonly PageElement[];
  /** The text inside `script` and `style`, all of it together. */
  readonly inline: string;
}

export async function parsePage(html: string): Promise<Parsed> {
  const elements: PageElement[] = [];
  let inline = '';
  await new HTMLRewriter()
    .on('*', {
      element: ({ tagName, attributes }) => {
        elements.push({
          name: tagName,
          attributes: new Map([...attributes].map(([name = '', value = '']) => [name, value])),
        });
      },
    })
    .on('script, style', {
      text: ({ text }) => {
        inline += text;
      },
    })
    .transform(new Response(html))
    .arrayBuffer();
  return { elements, inline };
}
