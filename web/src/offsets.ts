// The record counts Unicode code points, the browser UTF-16 units. This is the one place that converts.

/** `at[n]` is the UTF-16 offset of code point `n` of the text; its last entry is the text's length. */
export function unitsOf(text: string): Uint32Array {
  const at = new Uint32Array(text.length + 1);
  let points = 0;
  let units = 0;
  for (const point of text) {
    at[points++] = units;
    units += point.length;
  }
  at[points] = units;
  return at.subarray(0, points + 1);
}

/** The characters of a span in code points, end exclusive. */
export function slice(text: string, units: Uint32Array, start: number, end: number): string {
  return text.slice(units[start], units[end]);
}
