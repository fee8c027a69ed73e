/** Where a target's rows are on the page: the one place that names the fragment. */
export function targetAnchor(number: number): string {
  return `chi-tieu-${number}`;
}
