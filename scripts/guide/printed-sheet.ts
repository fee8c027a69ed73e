/** `docs/huong-dan-a4.html`: the guide on one printed page, from the lines of the workbook's guide. */
import { GUIDE_LINES } from '../../addon/server/words.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import { LEADER_LINES, REVIEWER_LINES, SHEET_WORDS as WORDS } from './guide-words.ts';

const STYLE = `
  @page { size: A4 portrait; margin: 10mm 12mm; }
  * { box-sizing: border-box; }
  body { margin: 0 auto; max-width: 186mm; padding: 0; color: #000; background: #fff;
    font: 10pt/1.25 Arial, "Liberation Sans", Arimo, sans-serif; }
  h1 { margin: 0; font-size: 15pt; }
  .lead { margin: 0 0 1mm; font-size: 11pt; }
  h2 { margin: 2mm 0 0.5mm; font-size: 12pt; }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: 0.4mm 1.2mm; border: 0.4pt solid #555; text-align: left; vertical-align: top; }
  th { width: 31mm; }
  .foot { margin: 1.5mm 0 0; overflow-wrap: anywhere; }
  @media screen { body { padding: 5mm; } }
  @media screen and (width < 500px) { th { width: 26mm; } th, td { overflow-wrap: anywhere; } }
`;

export function printedSheet(): string {
  const title = WORDS.title(chiengMung().commune);
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p class="lead">${escaped(WORDS.lead)}</p>
${section(WORDS.clerk, GUIDE_LINES)}
${section(WORDS.reviewer, REVIEWER_LINES)}
${section(WORDS.leader, LEADER_LINES)}
<p class="foot">${escaped(WORDS.help)}</p>
<p class="foot">${escaped(WORDS.contact)}</p>
</body>
</html>
`;
}

function section(heading: string, lines: readonly (readonly [string, string])[]): string {
  const rows = lines.map(([what, how]) => `<tr><th scope="row">${escaped(what)}</th><td>${escaped(how)}</td></tr>`);
  return `<h2>${escaped(heading)}</h2>\n<table>\n${rows.join('\n')}\n</table>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
